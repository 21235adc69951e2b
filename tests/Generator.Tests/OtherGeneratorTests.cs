using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedLlm.TestKit;
using TypedLlm.TypedAnswers;

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

    [Fact]
    public void A_member_that_one_adds_is_noticed_whatever_its_file_is_called()
    {
        var compilation = GeneratorHarness.Compile("Shop", [Sources.InShop("""
            public partial class Invoice { public string Number { get; set; } = ""; }

            public partial class Invoice { public int Total { get; set; } }

            [LlmEndpoint(Primary = "5.4", Fallback = "5.6-sol")]
            public interface IDesk
            {
                [Prompt("Ask {text}")] Task<Invoice> AskAsync(string text);
            }
            """)]);
        CSharpGeneratorDriver
            .Create([new TypedLlmGenerator().AsSourceGenerator(), new Extra().AsSourceGenerator()], parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);

        var reading = ShapeReader.Read(output.GetTypeByMetadataName("Shop.Invoice")!, output.Assembly, CancellationToken.None);

        var problem = Assert.Single(reading.Problems);
        Assert.Equal(("TLLM305", "Invoice.Added"), (problem.Id, problem.Arguments[0]));
        Assert.Equal(["Number", "Total"], ((ObjectShape)reading.Shape!.Types[0]).Members.Select(member => member.Name));
    }

    private sealed class Extra : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) =>
            context.RegisterSourceOutput(context.CompilationProvider, static (output, _) =>
                output.AddSource("Invoice_Extra.cs", "namespace Shop { public partial class Invoice { public int Added { get; set; } } }"));
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
