namespace TypedLlm.Tool.Verification;

/// <summary>What came of one environment.</summary>
/// <param name="Name">Its name.</param>
internal sealed record EnvironmentReport(string Name)
{
    /// <summary>The addresses that were asked, in the order of the providers; null if none was.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>The fingerprints of the keys, in the same order.</summary>
    public string? Credential { get; init; }

    public required IReadOnlyList<ModelObservation> Models { get; init; }

    public required IReadOnlyList<Finding> Findings { get; init; }

    public required IReadOnlyList<NotChecked> NotChecked { get; init; }

    /// <summary>What else there is to say, as sentences without a full stop.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
