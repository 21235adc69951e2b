using TypedLlm.Endpoints;
using TypedLlm.Prompts;

namespace TypedLlm.Generator;

/// <summary>The arguments of a call, and how they become messages.</summary>
internal static partial class ClientEmitter
{
    private static void WritePrompt(SourceWriter writer, MethodModel method)
    {
        writer.Write($"private readonly struct {method.PromptName}({PromptParameters(method)}) : global::TypedLlm.CompilerServices.IPrompt");
        writer.Open();
        writer.Write("public void Write(global::TypedLlm.CompilerServices.PromptWriter __writer)");
        writer.Open();
        var values = 0;
        if (!method.Instructions.IsEmpty)
        {
            writer.Write("__writer.BeginInstructions();");
            WriteSegments(writer, method.Instructions, ref values);
        }

        writer.Write("__writer.BeginUserMessage();");
        WriteSegments(writer, method.UserMessage, ref values);
        writer.Close();
        writer.Close();
    }

    private static void WriteSegments(SourceWriter writer, EquatableArray<PromptSegment> segments, ref int values)
    {
        foreach (var segment in segments)
        {
            if (segment.NeedsNullTest)
            {
                var value = $"__value{CSharpLiterals.Number(++values)}";
                writer.Write($"if ({segment.Content} is {{ }} {value})");
                writer.Open();
                writer.Write(Write(segment, value));
                writer.Close();
            }
            else
            {
                writer.Write(Write(segment, segment.Content));
            }
        }
    }

    private static string Write(PromptSegment segment, string value) => segment.Kind switch
    {
        PromptSegmentKind.Literal => $"__writer.Literal({Utf8Literal.Write(value)});",
        PromptSegmentKind.Text => $"__writer.Text({value});",
        PromptSegmentKind.Untrusted => $"__writer.Untrusted({value});",
        PromptSegmentKind.UntrustedValue =>
            $"__writer.Untrusted(((global::System.IFormattable?)({value}))?.ToString({Format(segment)}, global::System.Globalization.CultureInfo.InvariantCulture));",
        PromptSegmentKind.Json or PromptSegmentKind.UntrustedJson => WriteJson(segment, value),
        _ => $"__writer.Value({value}, {Format(segment)});",
    };

    private static string WriteJson(PromptSegment segment, string value)
    {
        var untrusted = segment.Kind == PromptSegmentKind.UntrustedJson ? "true" : "false";
        var json = $"__writer.Json({CSharpLiterals.Text(segment.Placeholder)}, isUntrusted: {untrusted})";
        return $"{AnswerClassNames.Full(AnswerClassNames.OfRootWriter(segment.Json!))}.Write({json}, {value});";
    }

    private static string Format(PromptSegment segment) => segment.Format is { } format ? CSharpLiterals.Text(format) : "null";

    private static string PromptParameters(MethodModel method)
    {
        var parameters = new List<string>();
        foreach (var parameter in method.Parameters)
        {
            if (parameter.NameInPrompt is { } name)
            {
                parameters.Add($"{parameter.Type} {name}");
            }
        }

        return string.Join(", ", parameters);
    }

    private static string PromptArguments(MethodModel method)
    {
        var arguments = new List<string>();
        foreach (var parameter in method.Parameters)
        {
            if (parameter.NameInPrompt is not null)
            {
                arguments.Add(parameter.Name);
            }
        }

        return string.Join(", ", arguments);
    }
}
