using System.ComponentModel;

namespace TypedLlm.CompilerServices;

/// <summary>How far a dictionary was read: a list of pairs, or an object. Not meant to be used by hand.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct AnswerEntries
{
    /// <summary>What a pair is made of, in the order of <see cref="Current"/>.</summary>
    internal static readonly AnswerNames PairNames = new(["key", "value"]);

    internal AnswerProperties Pair;

    internal AnswerEntries(bool isObject) => IsObject = isObject;

    /// <summary>What comes now: 0 is the key, 1 the value.</summary>
    public int Current { get; internal set; }

    internal bool IsObject { get; }
}
