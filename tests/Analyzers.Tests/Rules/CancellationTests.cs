using Microsoft.CodeAnalysis;
using Verify = TypedLlm.TestKit.Verifiers.CSharpAnalyzerVerifier<TypedLlm.Analyzers.CancellationAnalyzer>;

namespace TypedLlm.Analyzers.Tests.Rules;

public sealed class CancellationTests
{
    [Theory]
    [InlineData("Task<string>")]
    [InlineData("IAsyncEnumerable<LlmEvent<string>>")]
    public Task Reported_at_the_name(string type) => Verify.VerifyAnalyzerAsync(
        Desk.Members($"    [Prompt(\"Ask\")] {type} {{|#0:AskAsync|}}();"),
        Verify.Diagnostic(CancellationDescriptors.NoCancellationToken).WithLocation(0).WithArguments("AskAsync").WithSeverity(DiagnosticSeverity.Info));

    [Theory]
    [InlineData("[Prompt(\"Ask\")] Task<string> AskAsync(System.Threading.CancellationToken token);")]
    [InlineData("[Prompt(\"Ask\")] Task<string> AskAsync(System.Threading.CancellationToken token, string text);")]
    [InlineData("[Prompt(\"Ask\")] int AskAsync();")]
    [InlineData("[Prompt(\"Ask\")] Task<string> AskAsync<T>();")]
    [InlineData("[Prompt(\"Ask\")] Task<string> AskAsync() => Task.FromResult(\"\");")]
    [InlineData("Task<string> AskAsync();")]
    [InlineData("string Name { get; }")]
    [InlineData("Task<string> Answer { [Prompt(\"Ask\")] get; }")]
    public Task Not_reported(string member) => Verify.VerifyAnalyzerAsync(Desk.Members("    " + member));

    [Fact]
    public Task Reported_once_where_it_is_inherited_from() => Verify.VerifyAnalyzerAsync(Desk.Source(
        """
        interface IBase { [Prompt("Ask")] Task<string> {|TLLM109:AskAsync|}(); }
        [LlmEndpoint(Primary = "gpt-5.5")] interface IOne : IBase;
        [LlmEndpoint(Primary = "gpt-5.5")] interface ITwo : IBase;
        """));

    [Fact]
    public Task Not_reported_where_it_is_declared_abstract_again() => Verify.VerifyAnalyzerAsync(Desk.Source(
        """
        interface IBase { Task<string> AskAsync(); }
        interface IDesk : IBase { [Prompt("Ask")] abstract Task<string> IBase.AskAsync(); }
        """));

    [Fact]
    public Task Suppressed_by_pragma() => Verify.VerifyAnalyzerAsync(
        "#pragma warning disable TLLM109\n" + Desk.Members("    [Prompt(\"Ask\")] Task<string> AskAsync();"));

    [Fact]
    public Task The_severity_can_be_set()
    {
        var test = new Verify.Test { TestCode = Desk.Members("    [Prompt(\"Ask\")] Task<string> {|#0:AskAsync|}();") };
        test.TestState.AnalyzerConfigFiles.Add((".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.TLLM109.severity = error\n"));
        test.ExpectedDiagnostics.Add(Verify.Diagnostic(CancellationDescriptors.NoCancellationToken).WithLocation(0).WithSeverity(DiagnosticSeverity.Error));
        return test.RunAsync();
    }
}
