using TypedLlm.Endpoints;
using TypedLlm.Json;
using TypedLlm.Prompts;

namespace TypedLlm.Generator;

/// <summary>
/// Writes an endpoint as JSON for tools that read the built assembly. The order is fixed and what is not set is left out. Methods that no client
/// can be emitted for are left out as well.
/// </summary>
internal static class DescriptorWriter
{
    /// <summary>Raised when a reader of the former version would misread the JSON; a new property does not raise it.</summary>
    private const int Version = 2;

    public static string Write(EndpointModel model)
    {
        var json = new JsonWriter();
        json.Open('{');
        json.Property("version", Version);
        json.Property("endpoint", model.FullName);
        json.Property("client", Plain(model.Namespace.Length == 0 ? model.ClassName : $"{model.Namespace}.{model.ClassName}"));
        json.Open("methods", '[');
        foreach (var method in model.Methods)
        {
            if (method.Blocked is null)
            {
                Write(json, method);
            }
        }

        json.Close(']');
        json.Close('}');
        return json.ToString();
    }

    private static void Write(JsonWriter json, MethodModel method)
    {
        json.Open('{');
        json.Property("name", Plain(method.Name));
        json.Property("returns", Returns(method.Shape));
        if (method.Answer is { } answer)
        {
            // The schema stands beside the format, once for all methods that answer so.
            json.Open("answer", '{');
            json.Property("type", Plain(answer.Root.Type));
            json.Property("format", AnswerClassNames.OfAnswer(method));
            json.Close('}');
        }

        // What hands out its answer as it arrives streams whatever the attribute says.
        Write(json, method is { NeedsStreaming: true, Settings.Stream: false } ? method.Settings with { Stream = null } : method.Settings);
        json.Open("parameters", '[');
        foreach (var parameter in method.Parameters)
        {
            json.Open('{');
            json.Property("name", Plain(parameter.Name));
            json.Property("type", Plain(parameter.Type));
            json.Property("role", Role(parameter.Role));
            json.Close('}');
        }

        json.Close(']');
        if (!method.Instructions.IsEmpty)
        {
            Write(json, "instructions", method.Instructions);
        }

        Write(json, "prompt", method.UserMessage);
        json.Close('}');
    }

    private static void Write(JsonWriter json, EndpointSettings settings)
    {
        json.Open("chain", '[');
        foreach (var model in settings.Chain)
        {
            json.Text(model);
        }

        json.Close(']');
        json.Property("stream", settings.Stream);
        json.Property("effort", settings.Effort);
        json.Property("temperature", settings.Temperature);
        json.Property("maxOutputTokens", settings.MaxOutputTokens);
        json.Property("serviceTier", settings.ServiceTier);
        json.Property("store", settings.Store);
        json.Property("timeoutMs", settings.TimeoutMs);
        json.Property("firstContentTimeoutMs", settings.FirstContentTimeoutMs);
        json.Property("idleTimeoutMs", settings.IdleTimeoutMs);
        json.Property("onInterrupted", settings.OnInterrupted);
        json.Property("maxAttempts", settings.MaxAttempts);
        json.Property("maxFallbackPriceRatio", settings.MaxFallbackPriceRatio);
        json.Property("noFallback", settings.NoFallback);
        json.Property("workload", settings.Workload);
    }

    /// <summary>Writes a message. The delimiters of an untrusted value are text like other text.</summary>
    private static void Write(JsonWriter json, string name, EquatableArray<PromptSegment> segments)
    {
        json.Open(name, '[');
        foreach (var segment in segments)
        {
            if (segment.Kind == PromptSegmentKind.Literal)
            {
                json.Text(segment.Content);
            }
            else
            {
                json.Open('{');
                json.Property(segment.Kind is PromptSegmentKind.Untrusted or PromptSegmentKind.UntrustedValue or PromptSegmentKind.UntrustedJson ? "untrusted" : "value", segment.Placeholder);
                json.Property("format", segment.Format);
                json.Property("json", segment.Json is null ? null : true);
                json.Close('}');
            }
        }

        json.Close(']');
    }

    private static string Returns(ReturnShape shape) => shape switch
    {
        ReturnShape.Task => "task",
        ReturnShape.ValueTask => "valueTask",
        ReturnShape.Result => "result",
        ReturnShape.Stream => "stream",
        _ => "eventStream",
    };

    private static string Role(ParameterRole role) => role switch
    {
        ParameterRole.Options => "options",
        ParameterRole.CancellationToken => "cancellationToken",
        _ => "value",
    };

    /// <summary>A name as people read it, from its C# code.</summary>
    private static string Plain(string code) => code.Replace("global::", "").Replace("@", "");
}
