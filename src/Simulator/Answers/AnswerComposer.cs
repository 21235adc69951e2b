using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>Decides what a response says: the script where it speaks, seeded prose elsewhere, cut at the output limit.</summary>
internal sealed class AnswerComposer(SimulatorOptions options, WireIds ids)
{
    /// <summary>What the service adds to each message when it counts tokens, roughly.</summary>
    private const int TokensPerMessage = 3;

    public Answer Compose(TextRequest request, AnswerScript script, string source, DateTimeOffset createdAt)
    {
        var deltas = Deltas(request, script);
        var reasoningTokens = ReasoningEfforts.TokensFor(request.Effort);
        var ending = script.Ending;
        if (ending?.AfterDeltas is { } count)
        {
            deltas = [.. deltas.Take(count)];
        }

        if (request.MaxOutputTokens is { } limit && reasoningTokens + deltas.Count > limit)
        {
            reasoningTokens = Math.Min(reasoningTokens, limit);
            deltas = [.. deltas.Take(limit - reasoningTokens)];
            ending ??= new AnswerEnding(EndingKind.Incomplete) { Code = "max_output_tokens" };
        }

        return new Answer(request)
        {
            ResponseId = ids.Response(source),
            MessageId = ids.Message(source),
            ReasoningId = ids.Reasoning(source),
            CreatedAt = createdAt,
            Model = script.ModelEcho ?? request.Model.Echo,
            ServiceTier = script.ServiceTier ?? EffectiveTier(request.ServiceTier),
            Deltas = deltas,
            InputTokens = InputTokens(request),
            ReasoningTokens = reasoningTokens,
            ReasoningSummary = Summary(request, script),
            IsRefusal = script.Refusal,
            Ending = ending,
            Usage = script.Usage,
            ExtraKeys = options.ExtraKeys,
        };
    }

    public static int InputTokens(TextRequest request) =>
        request.Messages.Sum(message => TokenSplitter.Count(message.Text) + message.Attachments.Sum(part => part.Tokens) + TokensPerMessage)
        + (request.Instructions is { } instructions ? TokenSplitter.Count(instructions) + TokensPerMessage : 0);

    private IReadOnlyList<string> Deltas(TextRequest request, AnswerScript script) => script switch
    {
        { Deltas: { } deltas } => deltas,
        { Text: { } text } => [.. TokenSplitter.Split(text)],
        { Tokens: { } tokens } => SeededProse.Write(options.Seed, request, tokens),
        _ => [.. TokenSplitter.Split(Text(request))],
    };

    private string Text(TextRequest request) => request.Format switch
    {
        { Schema: { } schema } => SchemaAnswer.Write(schema, SeededProse.RandomFor(options.Seed, request)),
        { Kind: TextFormat.JsonObject } => $"{{\"answer\":{JsonSerializer.Serialize(SeededProse.Write(options.Seed, request), WireJson.SerializerOptions)}}}",
        _ => SeededProse.Write(options.Seed, request),
    };

    private static string? Summary(TextRequest request, AnswerScript script) =>
        script.Reasoning ?? (request.ReasoningSummary is not null && request.Effort is not (null or "none")
            ? "**Weighing the request**\n\nThe facts come first, then the order in which to tell them."
            : null);

    private static string EffectiveTier(string asked) => asked switch
    {
        "auto" => "default",
        "fast" => "priority",
        _ => asked,
    };
}
