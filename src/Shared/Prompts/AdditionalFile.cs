using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TypedLlm.Prompts;

/// <summary>A file that the compiler sees beside the sources, and where the project shows it.</summary>
/// <param name="Text">The file.</param>
/// <param name="Link">The path that its item gives it in the project; null if it gives none.</param>
internal readonly record struct AdditionalFile(AdditionalText Text, string? Link)
{
    public static AdditionalFile Read(AdditionalText text, AnalyzerConfigOptionsProvider options) =>
        new(text, options.GetOptions(text).TryGetValue("build_metadata.AdditionalFiles.Link", out var link) && link.Length > 0 ? link : null);
}
