using Microsoft.CodeAnalysis;

namespace TypedLlm.TypedAnswers;

/// <summary>
/// Finds members that another generator adds to a type. Analyzers see them and the generator does not, so that no answer could fill them. The files of
/// generators have the usual endings, or lie beside those of this one, as the compiler has it: in a folder of their generator, in one of its assembly.
/// </summary>
internal static class GeneratedMembers
{
    private static readonly string[] Endings = [".g.cs", ".g.i.cs", ".generated.cs", ".designer.cs"];

    // The assembly of the generator and its class.
    private const string OwnFolders = $"{WellKnownNames.Generator}/{WellKnownNames.Generator}.TypedLlmGenerator";

    private static readonly char[] Separators = ['/', '\\'];

    public static void Report(INamedTypeSymbol type, List<ISymbol> members, AnswerPlace place, ShapeScope scope)
    {
        // A type that is generated as a whole comes from a tool that ran before, as those of service references do.
        if (type.DeclaringSyntaxReferences.Length < 2 || Written(type, scope.GeneratedFolder) is not { } written)
        {
            return;
        }

        for (var i = members.Count - 1; i >= 0; i--)
        {
            if (SymbolEqualityComparer.Default.Equals(members[i].ContainingType, type) && IsGenerated(members[i], scope.GeneratedFolder))
            {
                scope.Warn(DiagnosticIds.MemberOfOtherGenerator, new AnswerPlace($"{place.Path}.{members[i].Name}", written));
                members.RemoveAt(i);
            }
        }
    }

    /// <summary>Whether the member is in a file of a generator.</summary>
    /// <param name="member">The member.</param>
    /// <param name="folder">What <see cref="FolderOf"/> gives.</param>
    public static bool IsGenerated(ISymbol member, string? folder = null) =>
        member.DeclaringSyntaxReferences is { Length: > 0 } references && IsGenerated(references[0].SyntaxTree, folder);

    /// <summary>The folder that all generators of a project write to; null where this one has not run, as while it runs.</summary>
    public static string? FolderOf(IAssemblySymbol assembly)
    {
        foreach (var tree in assembly is ISourceAssemblySymbol source ? source.Compilation.SyntaxTrees : [])
        {
            if (Place(tree) is { } place && place.Folders.Replace('\\', '/') == OwnFolders)
            {
                return place.Folder;
            }
        }

        return null;
    }

    /// <summary>The name of the type where it was written by hand.</summary>
    private static Location? Written(INamedTypeSymbol type, string? folder)
    {
        foreach (var location in type.Locations)
        {
            if (location is { IsInSource: true, SourceTree: { } tree } && !IsGenerated(tree, folder))
            {
                return location;
            }
        }

        return null;
    }

    private static bool IsGenerated(SyntaxTree tree, string? folder)
    {
        if (folder is not null && Place(tree)?.Folder == folder)
        {
            return true;
        }

        foreach (var ending in Endings)
        {
            if (tree.FilePath.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The folder that the two folders around a file are in, and those; null if the path is shorter.</summary>
    private static (string Folder, string Folders)? Place(SyntaxTree tree)
    {
        var path = tree.FilePath;
        var file = path.LastIndexOfAny(Separators);
        var inner = file > 0 ? path.LastIndexOfAny(Separators, file - 1) : -1;
        if (inner <= 0)
        {
            return null;
        }

        var start = path.LastIndexOfAny(Separators, inner - 1) + 1;
        return (path.Substring(0, start), path.Substring(start, file - start));
    }
}
