using TypedLlm.Catalog;

namespace TypedLlm.Tool.Verification;

/// <summary>What a service says of one model when it is asked about models.</summary>
/// <param name="Access">Whether the account has it; null is not learned.</param>
/// <param name="Reason">Why that was not learned, as a clause; null if it was.</param>
internal sealed record ListedModel(bool? Access, string? Reason)
{
    /// <summary>The day that the account names for its end.</summary>
    public CatalogDate? ShutdownDate { get; init; }

    /// <summary>Whether nothing else can be learned either: no connection, or a key that is refused.</summary>
    public bool IsUnreachable { get; init; }

    public static ListedModel NotLearned(string reason) => new(null, reason);
}
