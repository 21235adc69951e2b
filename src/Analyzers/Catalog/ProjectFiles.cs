using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using TypedLlm.Catalog;

namespace TypedLlm.Analyzers.Catalog;

/// <summary>JSON files among a project's additional files. Each text is read once, however often the compilation changes around it.</summary>
internal static class ProjectFiles
{
#pragma warning disable RS1012 // The analyzers that read the files here register what they do with them.

    /// <summary>The files that have one of the names, with what was read from them, in the order of the project.</summary>
    public static IReadOnlyList<(AdditionalText File, T Content)> Read<T>(
        CompilationStartAnalysisContext context, Func<string, bool> isNamed, SourceTextValueProvider<T> reader)
    {
        var files = new List<(AdditionalText, T)>();
        foreach (var file in context.Options.AdditionalFiles)
        {
            if (isNamed(Path.GetFileName(file.Path))
                && file.GetText(context.CancellationToken) is { } text
                && context.TryGetValue(text, reader, out var content))
            {
                files.Add((file, content));
            }
        }

        return files;
    }

    /// <summary>A place inside a file.</summary>
    public static Location LocationOf(JsonPosition position, AdditionalText file, SourceText text)
    {
        var span = new TextSpan(position.Offset, position.Length);
        return Location.Create(file.Path, span, text.Lines.GetLinePositionSpan(span));
    }
}
