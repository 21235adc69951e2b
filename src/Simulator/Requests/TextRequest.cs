using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>A valid request for a text answer.</summary>
internal sealed record TextRequest
{
    public required SimulatedModel Model { get; init; }

    public required IReadOnlyList<InputMessage> Messages { get; init; }

    public string? Instructions { get; init; }

    public bool Stream { get; init; }

    public bool IncludeObfuscation { get; init; } = true;

    /// <summary>Chat only: usage comes as a chunk of its own.</summary>
    public bool IncludeUsage { get; init; }

    public bool Background { get; init; }

    public bool Store { get; init; } = true;

    public int? MaxOutputTokens { get; init; }

    public double Temperature { get; init; } = 1;

    public double TopP { get; init; } = 1;

    /// <summary>The effort that counts, the model's default included; null for a model that does not reason.</summary>
    public string? Effort { get; init; }

    public string? ReasoningSummary { get; init; }

    public string? Verbosity { get; init; }

    /// <summary>The form of the answer.</summary>
    public TextFormat Format { get; init; } = TextFormat.Plain;

    public string ServiceTier { get; init; } = "auto";

    public string Truncation { get; init; } = "disabled";

    public bool ParallelToolCalls { get; init; } = true;

    /// <summary>The functions that the model may call, as they came.</summary>
    public IReadOnlyList<JsonElement> Tools { get; init; } = [];

    public string? SafetyIdentifier { get; init; }

    public string? PromptCacheKey { get; init; }

    public string? User { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Metadata { get; init; } = [];
}
