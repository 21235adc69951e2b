using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedLlm.TestKit.Verifiers;
using Xunit;

namespace TypedLlm.TestKit;

/// <summary>
/// Runs a source generator over test sources as a strict project would: C# 12, nullable on, every warning an error. Each run also proves that
/// an unrelated edit emits nothing again and that no step of the pipeline keeps a compilation alive.
/// </summary>
/// <param name="create">Makes the generator.</param>
/// <param name="trackingNames">The type whose constants name the tracked steps.</param>
public sealed class GeneratorHarness(Func<IIncrementalGenerator> create, Type trackingNames)
{
    private static readonly CSharpParseOptions ParseOptions =
        new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    private static readonly CSharpCompilationOptions CompilationOptions = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        .WithNullableContextOptions(NullableContextOptions.Enable)
        .WithGeneralDiagnosticOption(ReportDiagnostic.Error)
        .WithAllowUnsafe(true);

    /// <summary>The names of the tracked steps.</summary>
    public IReadOnlyList<string> Steps { get; } = [.. trackingNames
        .GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
        .Where(field => field.IsLiteral)
        .Select(field => (string)field.GetRawConstantValue()!)];

    /// <summary>A compilation of test sources, before any generator ran.</summary>
    public static CSharpCompilation Compile(string assemblyName, IEnumerable<string> sources, params MetadataReference[] references) => CSharpCompilation.Create(
        assemblyName,
        sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, ParseOptions, $"Source{index}.cs")),
        [.. TestReferences.All, .. references],
        CompilationOptions);

    /// <summary>Runs the generator over sources of an assembly named Shop, and asserts what the summary of this class says.</summary>
    public GeneratorRun Run(params string[] sources) => Run(Compile("Shop", sources));

    /// <summary>Runs the generator over a compilation, and asserts what the summary of this class says.</summary>
    public GeneratorRun Run(CSharpCompilation compilation) => Run(compilation, options: null);

    /// <summary>Runs the generator over a compilation with additional files, and asserts what the summary of this class says.</summary>
    public GeneratorRun Run(CSharpCompilation compilation, AnalyzerConfigOptionsProvider? options, params AdditionalText[] files)
    {
        var run = Run(CreateDriver(files, options), compilation);
        run.AssertCompiles();
        AssertHoldsNoCompilation(run);
        AssertUnrelatedEditEmitsNothing(run, compilation);
        return run;
    }

    /// <summary>Runs the generator over sources that need not compile. Only an exception inside the generator fails.</summary>
    public GeneratorRun RunUnchecked(CSharpCompilation compilation) => Run(CreateDriver([], options: null), compilation);

    /// <summary>Runs the generator again after an edit.</summary>
    public static GeneratorRun Rerun(GeneratorRun before, CSharpCompilation edited) => Run(before.Driver, edited);

    /// <summary>Runs the generator again after an edit of an additional file.</summary>
    public static GeneratorRun Rerun(GeneratorRun before, CSharpCompilation compilation, AdditionalText file, AdditionalText edited) =>
        Run(before.Driver.ReplaceAdditionalText(file, edited), compilation);

    private GeneratorDriver CreateDriver(AdditionalText[] files, AnalyzerConfigOptionsProvider? options) => CSharpGeneratorDriver.Create(
        [create().AsSourceGenerator()],
        files,
        ParseOptions,
        options,
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private static GeneratorRun Run(GeneratorDriver driver, CSharpCompilation compilation)
    {
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        var result = Assert.Single(driver.GetRunResult().Results);
        Assert.Null(result.Exception);
        Assert.Empty(result.Diagnostics);
        return new GeneratorRun(driver, result, (CSharpCompilation)output);
    }

    private void AssertHoldsNoCompilation(GeneratorRun run)
    {
        foreach (var output in Steps.SelectMany(run.Outputs))
        {
            var path = CompilationGuard.FindPath(output.Value);
            Assert.True(path is null, $"A step of the pipeline holds {path}.");
        }
    }

    private void AssertUnrelatedEditEmitsNothing(GeneratorRun run, CSharpCompilation compilation)
    {
        var unrelated = CSharpSyntaxTree.ParseText("internal static class Unrelated;", ParseOptions, "Unrelated.cs");
        var second = Rerun(run, compilation.AddSyntaxTrees(unrelated));
        Assert.All(Steps.SelectMany(second.Outputs).Concat(second.SourceOutputs), output =>
            Assert.True(output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"A step was {output.Reason}."));
    }
}
