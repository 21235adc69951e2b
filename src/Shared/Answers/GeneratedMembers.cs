using Microsoft.CodeAnalysis;

namespace TypedLlm.TypedAnswers;

/// <summary>
/// Finds members that another generator adds to a type. Analyzers see them and the generator does not, so that no answer could fill them.
/// </summary>
internal static class GeneratedMembers
{
    private static readonly string[] Endings = [".g.cs", ".g.i.cs", ".generated.cs", ".designer.cs"];

    public static void Report(INamedTypeSymbol type, List<ISymbol> members, AnswerPlace place, ShapeScope scope)
    {
        // A type that is generated as a whole comes from a tool that ran before, as those of service references do.
        if (type.DeclaringSyntaxReferences.Length < 2 || Written(type) is not { } written)
        {
            return;
        }

        for (var i = members.Count - 1; i >= 0; i--)
        {
            if (SymbolEqualityComparer.Default.Equals(members[i].ContainingType, type) && IsGenerated(members[i]))
            {
                scope.Warn(DiagnosticIds.MemberOfOtherGenerator, new AnswerPlace($"{place.Path}.{members[i].Name}", written));
                members.RemoveAt(i);
            }
        }
    }

    /// <summary>Whether the member is in a file of a generator.</summary>
    public static bool IsGenerated(ISymbol member) => member.DeclaringSyntaxReferences is { Length: > 0 } references && IsGenerated(references[0].SyntaxTree);

    /// <summary>The name of the type where it was written by hand.</summary>
    private static Location? Written(INamedTypeSymbol type)
    {
        foreach (var location in type.Locations)
        {
            if (location is { IsInSource: true, SourceTree: { } tree } && !IsGenerated(tree))
            {
                return location;
            }
        }

        return null;
    }

    private static bool IsGenerated(SyntaxTree tree)
    {
        foreach (var ending in Endings)
        {
            if (tree.FilePath.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
