using TypedLlm.CompilerServices;
using TypedLlm.Tool.Descriptors;

namespace TypedLlm.Tool.Rendering;

/// <summary>The prompt of a method whose values are their placeholders: <c>{question}</c>, <c>{total:C2}</c>.</summary>
internal readonly struct PlaceholderPrompt(MethodDescriptor method) : IPrompt
{
    public static string Placeholder(PromptPart part) => part.Format is { } format ? $"{{{part.Content}:{format}}}" : $"{{{part.Content}}}";

    public void Write(PromptWriter writer)
    {
        if (method.Instructions.Count > 0)
        {
            writer.BeginInstructions();
            Write(writer, method.Instructions);
        }

        writer.BeginUserMessage();
        Write(writer, method.Prompt);
    }

    private static void Write(PromptWriter writer, IReadOnlyList<PromptPart> parts)
    {
        foreach (var part in parts)
        {
            switch (part.Kind)
            {
                case PromptPartKind.Literal:
                    writer.Text(part.Content);
                    break;
                case PromptPartKind.Untrusted:
                    writer.Untrusted(Placeholder(part));
                    break;
                default:
                    writer.Text(Placeholder(part));
                    break;
            }
        }
    }
}
