using Microsoft.CodeAnalysis;
using Verify = TypedLlm.TestKit.Verifiers.CSharpAnalyzerVerifier<TypedLlm.Analyzers.EndpointContractAnalyzer>;

namespace TypedLlm.Analyzers.Tests.Rules;

public sealed class ClassNameTests
{
    private const string Endpoint = "[LlmEndpoint(Primary = \"gpt-5.5\", Fallback = \"gpt-5.4\")] public interface ";

    [Theory]
    [InlineData("class DeskEndpoint;", "a type of this project")]
    [InlineData("enum DeskEndpoint;", "a type of this project")]
    [InlineData("partial class DeskEndpoint;", "a type of this project")]
    [InlineData("delegate void DeskEndpoint();", "a type of this project")]
    [InlineData("namespace DeskEndpoint { class Other; }", "a namespace of this project")]
    [InlineData(Endpoint + "Desk;", "the class generated for 'Desk'")]
    public Task A_name_that_is_taken_is_reported_at_the_interface(string other, string owner) => Verify.VerifyAnalyzerAsync(
        Desk.Source(Endpoint + "{|#0:IDesk|};\n" + other),
        Verify.Diagnostic(DeclarationDescriptors.ClassNameTaken).WithLocation(0).WithArguments("IDesk", "DeskEndpoint", owner).WithSeverity(DiagnosticSeverity.Error));

    [Theory]
    [InlineData("class DeskEndpoint<T>;")]
    [InlineData("file class DeskEndpoint;")]
    [InlineData("class Outer { class DeskEndpoint; }")]
    [InlineData("namespace Shop { class DeskEndpoint; }")]
    [InlineData("namespace Shop { " + Endpoint + "IDesk; }")]
    [InlineData("public interface Desk;")]
    [InlineData("[System.CodeDom.Compiler.GeneratedCode(\"TypedLlm.Generator\", \"0.1.0\")] class DeskEndpoint;")]
    public Task Other_types_do_not_count(string other) => Verify.VerifyAnalyzerAsync(Desk.Source(Endpoint + "IDesk;\n" + other));

    [Theory]
    [InlineData("public class A { " + Endpoint + "IDesk; }\n" + Endpoint + "{|TLLM111:IA_Desk|};")]
    [InlineData("public class A { " + Endpoint + "{|TLLM111:IDesk|}; " + Endpoint + "Desk; }")]
    [InlineData("public class A { public class B { " + Endpoint + "IDesk; } " + Endpoint + "{|TLLM111:IB_Desk|}; }\npublic class A_B { " + Endpoint + "{|TLLM111:IDesk|}; }")]
    [InlineData("public class A { " + Endpoint + "IDesk; }\n" + Endpoint + "A_IDesk;")]
    [InlineData(Endpoint + "_; " + Endpoint + "__; " + Endpoint + "I_; public class _A_ { " + Endpoint + "_; }")]
    public Task Nested_endpoints_are_told_apart(string source) => Verify.VerifyAnalyzerAsync(Desk.Source(source));

    [Theory]
    [InlineData("{ static abstract void {|TLLM105:Reset|}(); }")]
    [InlineData(": IReset; public interface IReset { static abstract void {|TLLM105:Reset|}(); }")]
    public Task An_endpoint_that_gets_no_client_takes_no_name(string body) =>
        Verify.VerifyAnalyzerAsync(Desk.Source(Endpoint + "Desk " + body + "\n" + Endpoint + "IDesk;"));

    [Fact]
    public Task Suppressed_by_pragma() =>
        Verify.VerifyAnalyzerAsync("#pragma warning disable TLLM111\n" + Desk.Source(Endpoint + "IDesk;\nclass DeskEndpoint;"));

    [Fact]
    public Task The_severity_can_be_set()
    {
        var test = new Verify.Test { TestCode = Desk.Source(Endpoint + "{|#0:IDesk|};\nclass DeskEndpoint;") };
        test.TestState.AnalyzerConfigFiles.Add((".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.TLLM111.severity = warning\n"));
        test.ExpectedDiagnostics.Add(Verify.Diagnostic(DeclarationDescriptors.ClassNameTaken).WithLocation(0).WithSeverity(DiagnosticSeverity.Warning));
        return test.RunAsync();
    }
}
