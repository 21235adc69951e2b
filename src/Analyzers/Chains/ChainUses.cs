using System.Collections.Concurrent;

namespace TypedLlm.Analyzers.Chains;

/// <summary>What the endpoints of a compilation were seen to use. Types are analyzed at the same time.</summary>
internal sealed class ChainUses
{
    /// <summary>The names that were used, each with itself.</summary>
    public ConcurrentDictionary<string, string> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a name is half-written, so that any chain may be meant.</summary>
    public bool HasHalfWritten { get; set; }

    /// <summary>The chains that were written out.</summary>
    public ConcurrentBag<ChainDeclaration> Written { get; } = [];
}
