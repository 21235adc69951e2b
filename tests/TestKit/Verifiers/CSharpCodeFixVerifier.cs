using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TypedLlm.TestKit.Verifiers;

/// <summary>Short forms of <see cref="CSharpCodeFixTest{TAnalyzer, TCodeFix}"/>.</summary>
public static class CSharpCodeFixVerifier<TAnalyzer, TCodeFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TCodeFix : CodeFixProvider, new()
{
    /// <summary>A test that needs more than one source.</summary>
    public class Test : CSharpCodeFixTest<TAnalyzer, TCodeFix>;

    /// <summary>An expectation of a rule of the analyzer.</summary>
    public static DiagnosticResult Diagnostic(DiagnosticDescriptor descriptor) => new(descriptor);

    /// <summary>Expects the diagnostics of the markup, and that the fix turns <paramref name="source"/> into <paramref name="fixedSource"/>.</summary>
    public static Task VerifyCodeFixAsync(string source, string fixedSource) =>
        new Test { TestCode = source, FixedCode = fixedSource }.RunAsync();

    /// <summary>Expects the diagnostics of the markup, and that no fix is offered for any of them.</summary>
    public static Task VerifyNoCodeFixAsync(string source) => new Test { TestCode = source }.RunAsync();
}
