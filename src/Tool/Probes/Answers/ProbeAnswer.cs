using TypedLlm.Catalog;
using TypedLlm.Resilience;
using TypedLlm.Streaming;

namespace TypedLlm.Tool.Probes;

/// <summary>What a model answered, on either kind of endpoint.</summary>
internal sealed record ProbeAnswer
{
    /// <summary>Why this is no recorded success; null if it is one: whole, or cut by the limit of tokens that the probe set.</summary>
    public string? Problem { get; init; }

    /// <summary>The error inside of the answer.</summary>
    public Failure? Failure { get; init; }

    public bool IsCut { get; init; }

    public string Text { get; init; } = "";

    public bool IsRefusal { get; init; }

    public LlmUsage? Usage { get; init; }

    public string? Tier { get; init; }

    /// <summary>Reads a body; null if it is no answer at all.</summary>
    public static ProbeAnswer? Read(EndpointKind endpoint, ReadOnlyMemory<byte> body) =>
        endpoint == EndpointKind.Chat ? ChatAnswerReader.Read(body)
        : ResponseSnapshotReader.TryRead(body.Span, out var snapshot) && snapshot.Status != ResponseStatus.Unknown ? Of(snapshot)
        : null;

    public static ProbeAnswer Of(ResponseSnapshot snapshot) => new()
    {
        IsCut = snapshot.Status == ResponseStatus.Incomplete,
        Text = snapshot.Text,
        IsRefusal = snapshot.Refusal is not null,
        Usage = snapshot.Usage,
        Tier = snapshot.ServiceTier,
        Failure = snapshot.ErrorCode is { } code ? new Failure(FailureSource.InBand) { Code = code, Message = snapshot.ErrorMessage } : null,
        Problem = snapshot.Status switch
        {
            ResponseStatus.Completed when !snapshot.HasOutput => "the response names no output",
            ResponseStatus.Completed => null,
            ResponseStatus.Incomplete when snapshot.IncompleteReason == "max_output_tokens" => null,
            ResponseStatus.Incomplete => $"the answer is incomplete ({ServiceWord.OrNull(snapshot.IncompleteReason) ?? "for no known reason"})",
            ResponseStatus.Failed => $"the response failed ({ServiceWord.OrNull(snapshot.ErrorCode) ?? "without a code"})",
            _ => $"the response ended as {snapshot.Status}",
        },
    };
}
