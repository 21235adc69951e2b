namespace TypedLlm.Simulator;

/// <summary>A valid request for a batch.</summary>
internal sealed record BatchRequest
{
    public const string Responses = "/v1/responses";

    public const string Chat = "/v1/chat/completions";

    public string InputFileId { get; init; } = "";

    public string Endpoint { get; init; } = "";

    public IReadOnlyList<KeyValuePair<string, string>> Metadata { get; init; } = [];

    /// <summary>How long the files that it writes are kept.</summary>
    public TimeSpan OutputLifetime { get; init; } = UploadRules.BatchLifetime;
}
