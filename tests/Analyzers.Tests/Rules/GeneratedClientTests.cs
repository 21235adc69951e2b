using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedLlm.Generator;
using TypedLlm.TestKit;
using Verify = TypedLlm.TestKit.Verifiers.CSharpAnalyzerVerifier<TypedLlm.Analyzers.GeneratedClientAnalyzer>;

namespace TypedLlm.Analyzers.Tests.Rules;

public sealed class GeneratedClientTests
{
    private const string Generated = """

        [System.CodeDom.Compiler.GeneratedCode("TypedLlm.Generator", "0.1.0")]
        public sealed class DeskEndpoint : IDesk
        {
            Task<string> IDesk.AskAsync(string text) => throw new System.NotSupportedException();
        }
        """;

    [Fact]
    public async Task Types_and_members_of_another_generator_are_reported_where_they_are_used()
    {
        var ids = await AnalyzeAsync("""
            #pragma warning disable CS1591
            using System.Threading.Tasks;
            using TypedLlm;
            namespace Shop;

            public partial struct OrderId;

            public partial class Customer;

            [LlmEndpoint(Primary = "5.4", Fallback = "6-luna")]
            public interface IDesk
            {
                [Prompt("Ask {order.Id}")] Task<string> TypeAsync(Order order);
                [Prompt("Ask {customer.Name}")] Task<string> MemberAsync(Customer customer);
                [Prompt("Ask {id}")] Task<string> InterfaceAsync(OrderId id);
                [Prompt("Ask {text}")] Task<string> FineAsync(string text);
                [Prompt("Ask {txt}")] Task<string> BrokenAsync(string text);
            }
            """);
        Assert.Equal(["InterfaceAsync", "MemberAsync", "TypeAsync"], ids);
    }

    [Fact]
    public Task A_client_that_throws_for_a_good_method_is_reported() =>
        Verify.VerifyAnalyzerAsync(Ask("{text}", "{|TLLM114:AskAsync|}") + Generated);

    [Fact]
    public Task A_method_that_several_endpoints_inherit_is_reported_once() => Verify.VerifyAnalyzerAsync(Desk.Source(
        """
        public interface IBase<T> { [Prompt("Ask {text}")] Task<string> {|TLLM114:AskAsync|}(string text); }
        [LlmEndpoint(Primary = "gpt-5.5")] public interface IDesk : IBase<int>;
        [LlmEndpoint(Primary = "gpt-5.5")] public interface IShop : IBase<string>;

        [System.CodeDom.Compiler.GeneratedCode("TypedLlm.Generator", "0.1.0")]
        public sealed class DeskEndpoint : IDesk { Task<string> IBase<int>.AskAsync(string text) => throw new System.NotSupportedException(); }

        [System.CodeDom.Compiler.GeneratedCode("TypedLlm.Generator", "0.1.0")]
        public sealed class ShopEndpoint : IShop { Task<string> IBase<string>.AskAsync(string text) => throw new System.NotSupportedException(); }
        """));

    [Fact]
    public Task A_method_that_is_wrong_itself_is_not() => Verify.VerifyAnalyzerAsync(Ask("{txt}") + Generated);

    [Fact]
    public Task A_class_of_the_users_own_is_not() =>
        Verify.VerifyAnalyzerAsync(Ask("{text}") + Generated.Replace("TypedLlm.Generator", "Other.Generator", StringComparison.Ordinal));

    [Fact]
    public Task Suppressed_by_pragma() => Verify.VerifyAnalyzerAsync("#pragma warning disable TLLM114\n" + Ask("{text}") + Generated);

    [Fact]
    public Task The_severity_can_be_configured()
    {
        var test = new Verify.Test { TestCode = Ask("{text}", "{|#0:AskAsync|}") + Generated };
        test.TestState.AnalyzerConfigFiles.Add((".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.TLLM114.severity = warning\n"));
        test.ExpectedDiagnostics.Add(Verify.Diagnostic(GeneratedClientDescriptors.NeedsOtherGenerator)
            .WithLocation(0).WithArguments("AskAsync").WithSeverity(DiagnosticSeverity.Warning));
        return test.RunAsync();
    }

    private static string Ask(string prompt, string name = "AskAsync") => Desk.Members($"    [Prompt(\"Ask {prompt}\")] Task<string> {name}(string text);");

    /// <summary>Runs both generators, as a build does, and then the analyzer.</summary>
    /// <returns>The methods that are reported.</returns>
    private static async Task<IEnumerable<string>> AnalyzeAsync(string source)
    {
        var compilation = GeneratorHarness.Compile("Shop", [source]);
        CSharpGeneratorDriver
            .Create([new TypedLlmGenerator().AsSourceGenerator(), new Other().AsSourceGenerator()], parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        Assert.Empty(output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        var findings = await output.WithAnalyzers([new GeneratedClientAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        return findings
            .Select(finding => finding.Location.SourceTree!.GetText().ToString(finding.Location.SourceSpan))
            .Order(StringComparer.Ordinal);
    }

    private sealed class Other : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
            context.CompilationProvider,
            static (output, _) => output.AddSource("Other.g.cs", """
                #nullable enable
                #pragma warning disable CS1591
                namespace Shop
                {
                    public sealed record Order(int Id);

                    partial class Customer
                    {
                        public string Name { get; set; } = "";
                    }

                    partial struct OrderId : System.IFormattable
                    {
                        public string ToString(string? format, System.IFormatProvider? provider) => "";
                    }
                }
                """));
    }
}
