using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedLlm.Catalog;
using TypedLlm.Locks;

namespace TypedLlm.Analyzers.Catalog;

/// <summary>The lock file among a project's additional files, and the environment that the project is built for.</summary>
internal static class LockFiles
{
    private const string FileName = "typedllm.lock.json";
    private const string EnvironmentOption = "build_property.TypedLlmEnvironment";

    private static readonly SourceTextValueProvider<LockReadResult> Reader = new(static text => LockReader.Read(text.ToString()));

#pragma warning disable RS1012 // The analyzers that read the files here register what they do with them.

    /// <summary>The first of the files and what was read from it; null if there is none.</summary>
    public static (AdditionalText File, LockReadResult Content)? Read(CompilationStartAnalysisContext context)
    {
        var files = ProjectFiles.Read(context, static name => string.Equals(name, FileName, StringComparison.OrdinalIgnoreCase), Reader);
        return files.Count == 0 ? null : files[0];
    }

    /// <summary>What the file says of the environment that the project is built for.</summary>
    public static ModelLock Select(LockFile file, AnalyzerOptions options, out CatalogProblem? problem)
    {
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(EnvironmentOption, out var environment);
        return ModelLock.Of(file, environment, out problem);
    }
}
