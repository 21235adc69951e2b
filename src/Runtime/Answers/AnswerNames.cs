using System.ComponentModel;
using System.Text;

namespace TypedLlm.CompilerServices;

/// <summary>The names that may stand at one place of an answer: of an object's properties or of an enum. Not meant to be used by hand.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AnswerNames
{
    private readonly byte[][] _utf8;
    private readonly bool[] _optional;

    /// <summary>Makes the names.</summary>
    /// <param name="names">The names in the order in which they usually come.</param>
    /// <param name="optional">The places of those that may be missing.</param>
    public AnswerNames(string[] names, params int[] optional)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(optional);
        Names = names;
        _utf8 = Array.ConvertAll(names, Encoding.UTF8.GetBytes);
        _optional = new bool[names.Length];
        foreach (var index in optional)
        {
            _optional[index] = true;
            FirstOptional |= index < AnswerProperties.Bits ? 1UL << index : 0;
        }
    }

    internal string[] Names { get; }

    /// <summary>The optional ones among the first 64, a bit each.</summary>
    internal ulong FirstOptional { get; }

    internal int Count => _utf8.Length;

    internal ReadOnlySpan<byte> Utf8(int index) => _utf8[index];

    internal bool IsOptional(int index) => _optional[index];
}
