using Microsoft.CodeAnalysis;
using TypedLlm.Endpoints;

namespace TypedLlm.TypedAnswers;

/// <summary>
/// Where a type is used. A path begins at the nearest declaration of this assembly, which is where it can be changed; so the same finding reads
/// alike from whichever root it was met.
/// </summary>
/// <param name="Path">For people: <c>Invoice.Lines[].Meta</c>.</param>
/// <param name="Location">The token of this assembly that the path begins at; null if it begins at the root and that is no declaration of it.</param>
internal sealed record AnswerPlace(string Path, Location? Location)
{
    /// <summary>Whether the path is a type alone, which names no place for what a list of it holds.</summary>
    public bool IsType { get; init; }

    /// <summary>The place of a type as such.</summary>
    public AnswerPlace Of(INamedTypeSymbol type, IAssemblySymbol assembly) =>
        IsOf(type, assembly) && DeclarationSyntaxes.Name(type) is { } name
            ? new AnswerPlace(TypeNames.Readable(type), name) { IsType = true }
            : IsType ? this with { Path = TypeNames.Readable(type) } : this;

    /// <summary>The place of a member of the type.</summary>
    public AnswerPlace Of(INamedTypeSymbol type, ISymbol member, IAssemblySymbol assembly) =>
        IsOf(member, assembly) && DeclarationSyntaxes.Name(member) is { } name
            ? new AnswerPlace($"{TypeNames.Readable(type)}.{member.Name}", name)
            : this with { Path = $"{Path}.{member.Name}", IsType = false };

    /// <summary>The same path at an attribute, if that was written in this assembly.</summary>
    public AnswerPlace At(AttributeData attribute, ISymbol holder, IAssemblySymbol assembly, CancellationToken cancellationToken) =>
        IsOf(holder, assembly) && EndpointAttributes.NameLocation(attribute, cancellationToken) is { } name ? this with { Location = name } : this;

    /// <summary>What a collection at this place holds.</summary>
    /// <param name="collection">The type of the collection.</param>
    /// <param name="word">Whether it is an element or a value of it.</param>
    public AnswerPlace Element(ITypeSymbol collection, string word) =>
        this with { Path = IsType ? $"each {word} of {TypeNames.Readable(collection)}" : Path + "[]" };

    /// <summary>The key of a dictionary at this place.</summary>
    public AnswerPlace Key() => this with { Path = "each key of " + Path };

    private static bool IsOf(ISymbol symbol, IAssemblySymbol assembly) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, assembly);
}
