using System.Globalization;
using System.Text;
using TypedLlm.Catalog;
using TypedLlm.Chains;
using TypedLlm.Resilience;
using TypedLlm.Routing;
using TypedLlm.Tool.Descriptors;
using TypedLlm.Tool.Rendering;

namespace TypedLlm.Tool.Approvals;

/// <summary>What one method does, a fact a line, so that a change of one is a change of one line.</summary>
internal static class MethodSection
{
    private const string NotSent = "not sent";

    public static void Append(StringBuilder text, MethodDescriptor descriptor, MethodChain chain)
    {
        var (method, settings) = (descriptor.Method, chain.Settings);
        var parameters = descriptor.Parameters.Select(static parameter => $"{TypeText.Short(parameter.Type)} {parameter.Name}");
        text.Append($"method: {PromptText.OneLine($"{method.Name}({string.Join(", ", parameters)})")}\n");
        Fact(text, "returns", Returns(descriptor));
        text.Append($"  chain{(chain.Configured is { } configured ? $" of {PromptText.OneLine(configured.Path)}" : "")}:\n");
        foreach (var (target, obstacle) in chain.Targets)
        {
            text.Append($"    {Target(method.Stream, settings, target, obstacle)}\n");
        }

        Fact(text, "no fallback", descriptor.NoFallback is { } reason ? PromptText.OneLine(reason) : null);
        Fact(text, "workload", descriptor.Workload);
        Fact(text, "streamed on the wire", method.Stream ? "yes" : "no");
        Fact(text, "effort", settings.Effort is { } effort ? EffortWords.Of(effort) : NotSent);
        Fact(text, "temperature", settings.Temperature is { } temperature ? Invariant(temperature) : NotSent);
        Fact(text, "output tokens", settings.MaxOutputTokens is { } limit ? $"at most {Invariant(limit)}" : NotSent);
        Fact(text, "service tier", settings.ServiceTier is { } tier ? ServiceTierWords.Of(tier) : NotSent);
        Fact(text, "kept by the service", method.Store ? "yes" : "no");
        Fact(text, "attempts", Invariant(method.MaxAttempts));
        Fact(text, "deadline", Seconds(settings.Deadline));
        Fact(text, "broken stream", descriptor.Returns == ReturnKind.EventStream ? (method.OnInterrupted == InterruptedStream.Restart ? "starts again" : "throws") : null);
        Fact(text, "price of a fallback", method.MaxFallbackPriceRatio is { } ratio ? $"at most {Invariant(ratio)} times the primary's" : null);
        Fact(text, "highest cost of a call", HighestCost.Of(method, chain));
        Schema(text, descriptor.Answer);
        Message(text, "system prompt", descriptor.Instructions);
        Message(text, "prompt", descriptor.Prompt);
    }

    private static string Target(bool stream, CallSettings settings, ChainTarget target, string? obstacle)
    {
        var name = PromptText.OneLine(target.Id == target.Name ? target.Id : $"{target.Id}, written {target.Name}");
        if (obstacle is not null)
        {
            return $"{name}: passed over, {PromptText.OneLine(obstacle)}";
        }

        var mode = AnswerModes.Of(target.Facts, EndpointKind.Responses);
        name = settings.Needs.Typed && mode > AnswerMode.Schema ? $"{name}, asked {AnswerModes.Words(mode)}" : name;

        // A unary reply says nothing before the model is done, so the deadline alone counts.
        var timers = EffortTimers.Of(target.Facts, settings.Effort, requestBytes: 0, settings.FirstContent, settings.Idle, TimeSpan.Zero);
        return stream ? $"{name}: first content within {Seconds(timers.FirstContent)}, then silent for {Seconds(timers.Idle)} at most" : name;
    }

    private static void Schema(StringBuilder text, AnswerDescriptor? answer)
    {
        if (answer is null)
        {
            return;
        }

        text.Append($"  schema {answer.Name}:\n");
        foreach (var line in SchemaText.Lines(answer.Schema))
        {
            text.Append($"    | {line}\n");
        }
    }

    private static void Message(StringBuilder text, string name, IReadOnlyList<PromptPart> parts)
    {
        if (parts.Count == 0)
        {
            return;
        }

        text.Append($"  {name}:\n");
        foreach (var line in PromptText.Lines(parts))
        {
            text.Append(line.Length == 0 ? "    |\n" : $"    | {line}\n");
        }
    }

    private static void Fact(StringBuilder text, string name, string? value)
    {
        if (value is not null)
        {
            text.Append($"  {name}: {value}\n");
        }
    }

    private static string Returns(MethodDescriptor method)
    {
        var type = method.Answer is { } answer ? PromptText.OneLine(TypeText.Short(answer.Type)) : null;
        var asType = type is null ? "" : $" as {type}";
        return method.Returns switch
        {
            ReturnKind.Result => $"the whole answer{asType}, with what it took",
            ReturnKind.Stream => type is null ? "text as it arrives" : $"the elements of a list{asType}, each as soon as it is whole",
            ReturnKind.EventStream => $"events as they arrive{(type is null ? "" : $", and the whole answer{asType}")}",
            _ => $"the whole answer{asType}",
        };
    }

    private static string Seconds(TimeSpan time) => $"{Invariant(time.TotalSeconds)} s";

    private static string Invariant(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}
