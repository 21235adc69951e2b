using TypedLlm.Catalog;

namespace TypedLlm.Locks;

/// <summary>What a lock file says, without what was wrong in it.</summary>
/// <param name="Environments">What was seen in each environment.</param>
/// <param name="Position">Where the environments are listed.</param>
internal sealed record LockFile(IReadOnlyList<LockEnvironment> Environments, JsonPosition Position)
{
    public static LockFile Empty { get; } = new([], default);
}
