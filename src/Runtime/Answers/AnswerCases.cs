using System.ComponentModel;
using System.Text;

namespace TypedLlm.CompilerServices;

/// <summary>The types of a family and how they are told apart. Not meant to be used by hand.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AnswerCases
{
    private readonly byte[] _discriminator;

    /// <summary>Makes the cases.</summary>
    /// <param name="discriminator">The name of the property by which System.Text.Json tells them apart.</param>
    /// <param name="names">The name of each case.</param>
    public AnswerCases(string discriminator, params string[] names)
    {
        ArgumentNullException.ThrowIfNull(discriminator);
        _discriminator = Encoding.UTF8.GetBytes(discriminator);
        Names = new AnswerNames(names);
    }

    /// <summary>Whether a member of one of the types is called like a case, so that the first property of an unfinished object does not tell which it is.</summary>
    public bool AreNamesOfMembers { get; init; }

    internal AnswerNames Names { get; }

    internal ReadOnlySpan<byte> Discriminator => _discriminator;
}
