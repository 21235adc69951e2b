namespace TypedLlm.Simulator;

/// <summary>What the model says. Left empty, the answer is seeded prose derived from the request.</summary>
public sealed record AnswerScript
{
    /// <summary>The text of the answer; sent in deltas the size of a token.</summary>
    public string? Text { get; init; }

    /// <summary>The deltas of the answer, when their borders matter; wins over <see cref="Text"/>.</summary>
    public IReadOnlyList<string>? Deltas { get; init; }

    /// <summary>Seeded prose of exactly so many tokens, each a delta.</summary>
    public int? Tokens { get; init; }

    /// <summary>The text of a reasoning summary, sent before the message.</summary>
    public string? Reasoning { get; init; }

    /// <summary>The answer is a refusal with the text of the answer.</summary>
    public bool Refusal { get; init; }

    /// <summary>How the response ends; null: completed.</summary>
    public AnswerEnding? Ending { get; init; }

    /// <summary>The model that the response names, in place of the true one.</summary>
    public string? ModelEcho { get; init; }

    /// <summary>The service tier that the finished response names, in place of the asked one.</summary>
    public string? ServiceTier { get; init; }

    /// <summary>How usage is reported.</summary>
    public UsageShape Usage { get; init; }
}
