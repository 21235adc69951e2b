using TypedLlm.Endpoints;

namespace TypedLlm.Generator;

/// <summary>The methods of the interface.</summary>
internal static partial class ClientEmitter
{
    private static void WriteMethod(SourceWriter writer, MethodModel method)
    {
        var returnType = ReturnType(method.Shape, AnswerType(method));
        if (method.ExplicitInterface is { } explicitInterface)
        {
            writer.Write($"{returnType} {explicitInterface}.{method.Name}({Signature(method, withDefaults: false)})");
        }
        else
        {
            writer.Write($"""
                /// <inheritdoc/>
                public {returnType} {method.Name}({Signature(method, withDefaults: true)})
                """);
        }

        writer.Open();
        foreach (var parameter in method.Parameters)
        {
            if (parameter.RefusesNull)
            {
                writer.Write($"global::System.ArgumentNullException.ThrowIfNull({parameter.Name});");
            }
        }

        writer.Write($"return {Call(method)};");
        writer.Close();
    }

    private static string Call(MethodModel method)
    {
        var options = Argument(method, ParameterRole.Options) ?? "null";
        var token = Argument(method, ParameterRole.CancellationToken) ?? "default";
        var format = AnswerClassNames.OfAnswer(method) is { } className ? $"{AnswerClassNames.Full(className)}.Instance, " : "";
        var call = $"this.__invoker.{InvokerMethod(method)}({method.FieldName}, new {method.PromptName}({PromptArguments(method)}), {format}{options}, {token})";
        call = method.Shape == ReturnShape.ValueTask ? $"new global::System.Threading.Tasks.ValueTask<{method.Answer?.Root.Type ?? "string"}>({call})" : call;
        return method.IsAnswerNullable ? call + "!" : call;
    }

    private static string? Argument(MethodModel method, ParameterRole role)
    {
        foreach (var parameter in method.Parameters)
        {
            if (parameter.Role == role)
            {
                return parameter.Name;
            }
        }

        return null;
    }

    private static string Signature(MethodModel method, bool withDefaults)
    {
        var parameters = new List<string>(method.Parameters.Count);
        foreach (var parameter in method.Parameters)
        {
            var value = withDefaults && parameter.Default is { } code ? $" = {code}" : "";
            parameters.Add($"{parameter.Type} {parameter.Name}{value}");
        }

        return string.Join(", ", parameters);
    }

    private static string ReturnType(ReturnShape shape, string text) => shape switch
    {
        ReturnShape.Task => $"global::System.Threading.Tasks.Task<{text}>",
        ReturnShape.ValueTask => $"global::System.Threading.Tasks.ValueTask<{text}>",
        ReturnShape.Result => $"global::System.Threading.Tasks.Task<global::TypedLlm.LlmResult<{text}>>",
        ReturnShape.Stream => $"global::System.Collections.Generic.IAsyncEnumerable<{text}>",
        _ => $"global::System.Collections.Generic.IAsyncEnumerable<global::TypedLlm.LlmEvent<{text}>>",
    };

    private static string AnswerType(MethodModel method) => method.Answer?.Root.Type ?? (method.IsAnswerNullable ? "string?" : "string");

    private static string InvokerMethod(MethodModel method) => method.Shape switch
    {
        ReturnShape.Task or ReturnShape.ValueTask => "CallAsync",
        ReturnShape.Result => "CallForResultAsync",
        ReturnShape.Stream => method.Answer is null ? "StreamAsync" : "StreamElementsAsync",
        _ => "StreamEventsAsync",
    };
}
