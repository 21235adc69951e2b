using Microsoft.CodeAnalysis;
using Verify = TypedLlm.TestKit.Verifiers.CSharpAnalyzerVerifier<TypedLlm.Analyzers.LockAnalyzer>;

namespace TypedLlm.Analyzers.Tests.Rules;

public sealed class LockFileTests
{
    [Theory]
    [InlineData("""{ "version": 1, "environments": { "a": { {|TLLM902:"model"|}: {} } } }""")]
    [InlineData("""{ "version": {|TLLM902:2|}, "environments": {} }""")]
    [InlineData("{\n  \"version\": 1\n} {|TLLM902:}|}")]
    public Task Reported_inside_the_file(string file) => CreateTest("typedllm.lock.json", file).RunAsync();

    [Theory]
    [InlineData("typedllm.lock.json", """{ "version": 1, "environments": { "a": { "models": { "gpt-5.4": { "access": true } } } } }""")]
    [InlineData("other.lock.json", """{ "alias": {} }""")]
    public Task Valid_and_other_files_are_fine(string name, string file) => CreateTest(name, file).RunAsync();

    [Fact]
    public Task The_environment_of_the_project_must_be_there()
    {
        var test = CreateTest("typedllm.lock.json", """{ "version": 1, {|#0:"environments"|}: { "production": {}, "test": {} } }""");
        test.TestState.AnalyzerConfigFiles.Add((".globalconfig", "is_global = true\nbuild_property.TypedLlmEnvironment = staging\n"));
        test.ExpectedDiagnostics.Add(
            Verify.Diagnostic(CatalogDescriptors.InvalidLockFile).WithLocation(0).WithSeverity(DiagnosticSeverity.Error).WithMessage(
                "The project is built for environment 'staging', which is not here; known: 'production', 'test'"));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("")]
    public Task An_environment_is_named_without_case_or_not_at_all(string environment)
    {
        var test = CreateTest("typedllm.lock.json", """{ "version": 1, "environments": { "production": {}, "test": {} } }""");
        test.TestState.AnalyzerConfigFiles.Add((".globalconfig", $"is_global = true\nbuild_property.TypedLlmEnvironment = {environment}\n"));
        return test.RunAsync();
    }

    [Fact]
    public Task A_global_configuration_sets_the_severity()
    {
        var test = CreateTest("typedllm.lock.json", """{ "version": 1, "environments": {}, {|#0:"x"|}: 1 }""");
        test.TestState.AnalyzerConfigFiles.Add((".globalconfig", "is_global = true\ndotnet_diagnostic.TLLM902.severity = warning\n"));
        test.ExpectedDiagnostics.Add(Verify.Diagnostic(CatalogDescriptors.InvalidLockFile).WithLocation(0).WithSeverity(DiagnosticSeverity.Warning));
        return test.RunAsync();
    }

    private static Verify.Test CreateTest(string name, string file)
    {
        var test = new Verify.Test { TestCode = "" };
        test.TestState.AdditionalFiles.Add((name, file));
        return test;
    }
}
