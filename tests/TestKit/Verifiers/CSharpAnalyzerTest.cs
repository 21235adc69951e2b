using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TypedLlm.TestKit.Verifiers;

/// <summary>One run of an analyzer over the files of a test, compared with what their markup and <see cref="ExpectedDiagnostics"/> say.</summary>
public class CSharpAnalyzerTest<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    /// <summary>The first source, with markup.</summary>
    public string TestCode
    {
        set => TestState.Sources.Insert(0, ("Test0.cs", value));
    }

    /// <summary>All files before any fix.</summary>
    public TestState TestState { get; } = new();

    /// <summary>Expectations beside the markup's own.</summary>
    public IList<DiagnosticResult> ExpectedDiagnostics { get; } = [];

    /// <summary>Runs the test.</summary>
    public virtual async Task RunAsync(CancellationToken cancellationToken = default)
    {
        await VerifyStateAsync(TestSolution.Create(TestState), TestState, [.. ExpectedDiagnostics], "the test source", cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The analyzers that run: <typeparamref name="TAnalyzer"/> alone unless a test adds others.</summary>
    protected virtual ImmutableArray<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => [new TAnalyzer()];

    private protected async Task VerifyStateAsync(
        Solution solution, TestState state, IReadOnlyList<DiagnosticResult> results, string what, CancellationToken cancellationToken)
    {
        var supported = new TAnalyzer().SupportedDiagnostics;
        var expected = new ExpectedDiagnostics(state, results, supported.Length == 1 ? supported[0].Id : null);
        expected.Verify(await GetDiagnosticsAsync(solution, cancellationToken).ConfigureAwait(false), what);
    }

    private protected async Task<IReadOnlyList<Diagnostic>> GetDiagnosticsAsync(Solution solution, CancellationToken cancellationToken)
    {
        var all = new List<Diagnostic>();
        foreach (var project in solution.Projects)
        {
            all.AddRange(await AnalyzerRunner.RunAsync(project, GetDiagnosticAnalyzers(), cancellationToken).ConfigureAwait(false));
        }

        return all;
    }
}
