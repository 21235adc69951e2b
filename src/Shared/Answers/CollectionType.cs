using Microsoft.CodeAnalysis;

namespace TypedLlm.TypedAnswers;

/// <summary>A list or dictionary as it was recognised.</summary>
/// <param name="Kind">How it is made.</param>
/// <param name="Element">What it holds, or the value of a dictionary.</param>
/// <param name="Key">The key of a dictionary.</param>
internal sealed record CollectionType(CollectionKind Kind, ITypeSymbol Element, ITypeSymbol? Key)
{
    /// <summary>The interface that values are written by way of, whatever the type itself is like.</summary>
    public INamedTypeSymbol? Interface { get; init; }
}
