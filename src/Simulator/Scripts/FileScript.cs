namespace TypedLlm.Simulator;

/// <summary>What becomes of a file after its upload was accepted; scripted for <c>POST /v1/files</c>.</summary>
/// <param name="Status">Its status: <c>uploaded</c>, <c>processed</c> or <c>error</c>.</param>
/// <param name="Details">What the service says of an error.</param>
public sealed record FileScript(string Status, string? Details = null);
