using System.Globalization;
using System.Text;

namespace TypedLlm;

/// <summary>An answer with what it took to get it.</summary>
/// <typeparam name="T">The type of the answer.</typeparam>
/// <param name="Value">The answer.</param>
/// <param name="Model">The model that answered, as the service named it (often a dated snapshot).</param>
public sealed record LlmResult<T>(T Value, string Model)
{
    /// <summary>Tokens of the answer itself. Null if the service did not say.</summary>
    public LlmUsage? Usage { get; init; }

    /// <summary>Tokens of all attempts whose usage is known, failed and repaired ones included. Null if none is.</summary>
    public LlmUsage? TotalUsage { get; init; }

    /// <summary>Cost in USD over all attempts whose usage and price are known. Null if none is.</summary>
    public decimal? Cost { get; init; }

    /// <summary>Why the model stopped.</summary>
    public FinishReason FinishReason { get; init; }

    /// <summary>The tier that served the answer, as the service named it.</summary>
    public string? ServiceTier { get; init; }

    /// <summary>The id of the response.</summary>
    public string? ResponseId { get; init; }

    /// <summary>What checks of the answer's type did not like and let pass.</summary>
    public IReadOnlyList<LlmFinding> Warnings { get; init; } = [];

    /// <summary>Every attempt in order; the last one gave the answer.</summary>
    public IReadOnlyList<LlmAttempt> Attempts { get; init; } = [];

    /// <summary>Prints lists as how many there are.</summary>
    private bool PrintMembers(StringBuilder text)
    {
        text.Append(CultureInfo.InvariantCulture, $"Value = {Value}, Model = {Model}, Usage = {Usage}, TotalUsage = {TotalUsage}, Cost = {Cost}, FinishReason = {FinishReason}, ")
            .Append(CultureInfo.InvariantCulture, $"ServiceTier = {ServiceTier}, ResponseId = {ResponseId}, Warnings = {Warnings.Count}, Attempts = {Attempts.Count}");
        return true;
    }
}
