using Microsoft.CodeAnalysis;
using Verify = TypedLlm.TestKit.Verifiers.CSharpAnalyzerVerifier<TypedLlm.Analyzers.CatalogAnalyzer>;

namespace TypedLlm.Analyzers.Tests.Rules;

public sealed class CatalogFileTests
{
    [Theory]
    [InlineData("""{ {|TLLM901:"alias"|}: { "5.3": "gpt-5.6-sol" } }""")]
    [InlineData("""{ "models": [ { "id": "a" }, { "id": {|TLLM901:"a"|} } ] }""")]
    [InlineData("""{ "aliases": { {|TLLM901:"a"|}: "b", {|TLLM901:"b"|}: "a" } }""")]
    [InlineData("""{ "allow": [ "gpt-5.4" ], "deny": [ {|TLLM901:"5.4"|} ] }""")]
    [InlineData("{\r\n  \"allow\": [ \"gpt-5.4\" ],\r\n  \"deny\": [ {|TLLM901:\"gpt-5.4\"|} ]\r\n}")]
    public Task Reported_inside_the_file(string file) => CreateTest("typedllm.models.json", file).RunAsync();

    [Fact]
    public Task Lines_and_columns_are_those_of_the_file()
    {
        var test = CreateTest("typedllm.models.json", "{\n  \"models\": [],\n  {|#0:\"modles\"|}: []\n}");
        test.ExpectedDiagnostics.Add(
            Verify.Diagnostic(CatalogDescriptors.InvalidCatalogFile).WithLocation(0).WithSeverity(DiagnosticSeverity.Error));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("typedllm.models.json", """{ "aliases": { "5.3": "gpt-5.6-sol" } }""")]
    [InlineData("other.json", """{ "alias": {} }""")]
    public Task Valid_and_other_files_are_fine(string name, string file) => CreateTest(name, file).RunAsync();

    [Theory]
    [InlineData("""{ "allow": [ "gpt-5.4", {|TLLM903:"gpt-5.4-mni"|} ], "deny": [ {|TLLM903:"x"|} ] }""")]
    [InlineData("""{ "aliases": { "a": "b", "b": {|TLLM903:"gpt-5.6-sal"|} }, "allow": [ "a" ] }""")]
    public Task Names_that_lead_nowhere_are_reported_where_they_stand(string file) => CreateTest("typedllm.models.json", file).RunAsync();

    [Fact]
    public Task A_name_may_be_declared_in_another_file()
    {
        var test = CreateTest("typedllm.models.json", """{ "allow": [ "acme-1", {|TLLM903:"acme-2"|} ] }""");
        test.TestState.AdditionalFiles.Add(("shared/typedllm.models.json", """{ "models": [ { "id": "acme-1" } ] }"""));
        return test.RunAsync();
    }

    [Fact]
    public Task The_message_names_what_was_meant_even_if_it_is_not_allowed()
    {
        var test = CreateTest("typedllm.models.json", """{ "allow": [ {|#0:"gpt-5.4-mni"|} ], {|#1:"alow"|}: [] }""");
        test.ExpectedDiagnostics.Add(
            Verify.Diagnostic(CatalogDescriptors.UnknownName).WithLocation(0).WithSeverity(DiagnosticSeverity.Warning).WithMessage(
                "No model is known as 'gpt-5.4-mni' in 'allow'; did you mean 'gpt-5.4-mini'?"));
        test.ExpectedDiagnostics.Add(
            Verify.Diagnostic(CatalogDescriptors.InvalidCatalogFile).WithLocation(1).WithMessage("Unknown field 'alow'; did you mean 'allow'?"));
        return test.RunAsync();
    }

    [Fact]
    public Task Unknown_names_have_a_severity_of_their_own()
    {
        var test = CreateTest("typedllm.models.json", """{ "allow": [ {|#0:"x"|} ] }""");
        test.TestState.AnalyzerConfigFiles.Add((".globalconfig", "is_global = true\ndotnet_diagnostic.TLLM903.severity = error\n"));
        test.ExpectedDiagnostics.Add(Verify.Diagnostic(CatalogDescriptors.UnknownName).WithLocation(0).WithSeverity(DiagnosticSeverity.Error));
        return test.RunAsync();
    }

    [Fact]
    public Task The_name_of_the_file_is_compared_without_case() =>
        CreateTest("TypedLlm.Models.JSON", """{ {|TLLM901:"alias"|}: {} }""").RunAsync();

    [Fact]
    public Task A_global_configuration_sets_the_severity()
    {
        var test = CreateTest("typedllm.models.json", """{ {|#0:"alias"|}: {} }""");
        test.TestState.AnalyzerConfigFiles.Add((".globalconfig", "is_global = true\ndotnet_diagnostic.TLLM901.severity = warning\n"));
        test.ExpectedDiagnostics.Add(
            Verify.Diagnostic(CatalogDescriptors.InvalidCatalogFile).WithLocation(0).WithSeverity(DiagnosticSeverity.Warning));
        return test.RunAsync();
    }

    [Fact]
    public Task A_global_configuration_suppresses_it()
    {
        var test = CreateTest("typedllm.models.json", """{ "alias": {} }""");
        test.TestState.AnalyzerConfigFiles.Add((".globalconfig", "is_global = true\ndotnet_diagnostic.TLLM901.severity = none\n"));
        return test.RunAsync();
    }

    private static Verify.Test CreateTest(string name, string file)
    {
        var test = new Verify.Test { TestCode = "" };
        test.TestState.AdditionalFiles.Add((name, file));
        return test;
    }
}
