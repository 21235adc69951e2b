using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace TypedLlm.TestKit;

/// <summary>What one run of a generator gave.</summary>
/// <param name="Driver">The driver, for a run after an edit.</param>
/// <param name="Result">What the generator gave.</param>
/// <param name="Output">The compilation with the generated files.</param>
public sealed record GeneratorRun(GeneratorDriver Driver, GeneratorRunResult Result, CSharpCompilation Output)
{
    /// <summary>The generated files by hint name.</summary>
    public IReadOnlyDictionary<string, string> Files => Result.GeneratedSources.ToDictionary(file => file.HintName, file => file.SourceText.ToString());

    /// <summary>The steps that added files, with why they ran.</summary>
    public IEnumerable<(object Value, IncrementalStepRunReason Reason)> SourceOutputs =>
        Result.TrackedOutputSteps.Values.SelectMany(steps => steps).SelectMany(step => step.Outputs);

    /// <summary>The values of a tracked step, with why it ran.</summary>
    public IEnumerable<(object Value, IncrementalStepRunReason Reason)> Outputs(string step) =>
        Result.TrackedSteps.TryGetValue(step, out var runs) ? runs.SelectMany(run => run.Outputs) : [];

    /// <summary>Asserts that sources and generated files compile without any error or warning.</summary>
    public void AssertCompiles()
    {
        var faults = Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults) + "\n" + string.Join('\n', Files.Values));
    }

    /// <summary>The output as a reference for another compilation.</summary>
    public MetadataReference ToReference() => MetadataReference.CreateFromImage(Emit());

    /// <summary>Loads the output into this process.</summary>
    public Assembly Load() => new AssemblyLoadContext(Output.AssemblyName).LoadFromStream(new MemoryStream(Emit()));

    private byte[] Emit()
    {
        using var image = new MemoryStream();
        var result = Output.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return image.ToArray();
    }
}
