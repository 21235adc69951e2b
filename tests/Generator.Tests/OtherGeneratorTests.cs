using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedLlm.TestKit;

namespace TypedLlm.Generator.Tests;

/// <summary>Other generators in the same project.</summary>
public sealed class OtherGeneratorTests
{
    [Fact]
    public void One_that_adds_files_of_the_same_names_does_not_disturb()
    {
        var compilation = GeneratorHarness.Compile("Shop", [Sources.InShop("""
            [LlmEndpoint(Primary = "5.4")]
            public interface IDesk
            {
                [Prompt("Ask {text}")] Task<string> AskAsync(string text);
            }
            """)]);
        CSharpGeneratorDriver
            .Create([new TypedLlmGenerator().AsSourceGenerator(), new Other().AsSourceGenerator()], parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out var diagnostics);
        Assert.Empty(diagnostics);
        Assert.Empty(output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        Assert.NotNull(output.GetTypeByMetadataName("Shop.DeskEndpoint"));
        Assert.NotNull(output.GetTypeByMetadataName("Shop.Other"));
    }

    private sealed class Other : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) =>
            context.RegisterPostInitializationOutput(static output =>
            {
                output.AddSource("Shop.IDesk.g.cs", "namespace Shop { internal sealed class Other; }");
                output.AddSource("TypedLlm.Endpoints.g.cs", "namespace TypedLlm { internal static class Helpers; }");
            });
    }
}
