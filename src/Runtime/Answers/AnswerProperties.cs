using System.ComponentModel;

namespace TypedLlm.CompilerServices;

/// <summary>Which properties of an object were read so far. Not meant to be used by hand.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct AnswerProperties
{
    internal const int Bits = 64;

    private readonly ulong[]? _others;
    private ulong _first;

    internal AnswerProperties(AnswerNames names)
    {
        Names = names;
        Current = -1;
        _others = names.Count > Bits ? new ulong[(names.Count - 1) / Bits] : null;
    }

    /// <summary>The place of the property whose value comes now.</summary>
    public int Current { get; internal set; }

    internal AnswerNames Names { get; }

    /// <summary>Whether a property was there.</summary>
    /// <param name="index">The place of its name.</param>
    /// <returns>Whether it was there.</returns>
    public readonly bool Has(int index) =>
        ((index < Bits ? _first : _others![(index / Bits) - 1]) & (1UL << (index % Bits))) != 0;

    /// <summary>Notes a property; false if it was there before.</summary>
    internal bool TryAdd(int index)
    {
        ref var bits = ref _first;
        if (index >= Bits)
        {
            bits = ref _others![(index / Bits) - 1];
        }

        var bit = 1UL << (index % Bits);
        var isNew = (bits & bit) == 0;
        bits |= bit;
        return isNew;
    }

    /// <summary>Whether a name must be there and is not.</summary>
    internal readonly bool IsMissing(int index) => !Has(index) && !Names.IsOptional(index);

    /// <summary>The first name that must be there and is not, or -1.</summary>
    internal readonly int FirstMissing()
    {
        var count = Math.Min(Names.Count, Bits);
        var all = count == 0 ? 0 : ulong.MaxValue >> (Bits - count);
        if (_others is null && (_first | Names.FirstOptional) == all)
        {
            return -1;
        }

        for (var index = 0; index < Names.Count; index++)
        {
            if (IsMissing(index))
            {
                return index;
            }
        }

        return -1;
    }
}
