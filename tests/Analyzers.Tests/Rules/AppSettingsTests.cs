using Microsoft.CodeAnalysis;
using Verify = TypedLlm.TestKit.Verifiers.CSharpAnalyzerVerifier<TypedLlm.Analyzers.AppSettingsAnalyzer>;

namespace TypedLlm.Analyzers.Tests.Rules;

public sealed class AppSettingsTests
{
    [Theory]
    [InlineData("""{ "TypedLlm": { "Allow": [ "gpt-5.4", {|TLLM502:"gpt-5.4-mni"|}, {|TLLM504:"5.3"|} ] } }""")]
    [InlineData("""{ "TypedLlm": { "Deny": [ {|TLLM502:"gpt-5.5-por"|} ] } }""")]
    [InlineData("""{ "TypedLlm": { "Endpoints": { "Shop.ISupportDesk": { "Chain": [ {|TLLM504:"5.3"|}, {|TLLM502:"none"|} ] } } } }""")]
    [InlineData("""{ "typedllm": { "ALLOW": { "0": {|TLLM502:"x"|} } } }""")]
    [InlineData("""{ "TypedLlm:Allow:0": {|TLLM502:"x"|}, "typedLlm:endpoints": { "Shop.IDesk:Chain": { "1": {|TLLM502:"y"|} } } }""")]
    [InlineData("""{ "TypedLlm": { "Allow": [ 5.4, {|TLLM502:7.5|} ] } }""")]
    [InlineData("{\r\n  // why\r\n  \"TypedLlm\": { /* all\n */ \"Allow\": [ {|TLLM502:\"x\"|}, ], },\r\n}")]
    [InlineData("""{ "TypedLlm": { "Allow": [ {|TLLM502:"x"|} ] }, "TypedLlm": { "Allow": [ {|TLLM502:"y"|} ] } }""")]
    public Task Reported_inside_the_file(string file) => CreateTest("appsettings.json", file).RunAsync();

    [Theory]
    [InlineData("appsettings.json", """{ "TypedLlm": { "Allow": [ "gpt-5.4", "5.6-sol", "", null, true, "gpt-5.4-2026-03-05" ], "Deny": [ "5.3" ] } }""")]
    [InlineData("appsettings.json", """{ "Allow": [ "x" ], "TypedLlmOther": { "Allow": [ "x" ] }, "TypedLlm": { "Timers": { "Allow": [ "x" ] }, "Allow": "x" } }""")]
    [InlineData("appsettings.json", """{ "TypedLlm": { "Endpoints": { "IDesk": { "Primary": "x", "Chain": "x" } } } }""")]
    [InlineData("appsettings.json", """{ "TypedLlm": { "Allow": [ "x" """)]
    [InlineData("appsettings.json", "")]
    [InlineData("other.json", """{ "TypedLlm": { "Allow": [ "x" ] } }""")]
    [InlineData("appsettings.txt", """{ "TypedLlm": { "Allow": [ "x" ] } }""")]
    public Task Known_names_and_what_is_not_ours_are_not(string name, string file) => CreateTest(name, file).RunAsync();

    [Fact]
    public Task Each_file_is_read_and_the_catalog_file_counts()
    {
        var test = CreateTest("appsettings.Development.json", """{ "TypedLlm": { "Allow": [ "mine", "5.3", {|TLLM502:"x"|} ] } }""");
        test.TestState.AdditionalFiles.Add(("AppSettings.Production.JSON", """{ "TypedLlm": { "Allow": [ {|TLLM502:"y"|} ] } }"""));
        test.TestState.AdditionalFiles.Add(("typedllm.models.json", """{ "aliases": { "mine": "gpt-5.4", "5.3": "gpt-5.6-sol" } }"""));
        return test.RunAsync();
    }

    [Fact]
    public Task The_messages_name_the_setting_and_the_way_out()
    {
        var test = CreateTest(
            "appsettings.json",
            "{\n  \"TypedLlm\": {\n    \"Allow\": [ {|#0:\"gpt-5.4-mni\"|} ],\n    \"Endpoints\": { \"Shop.IDesk\": { \"Chain\": [ {|#1:\"5.3\"|} ] } }\n  }\n}");
        test.ExpectedDiagnostics.Add(
            Verify.Diagnostic(CallSiteDescriptors.UnknownModelInSettings).WithLocation(0).WithSeverity(DiagnosticSeverity.Warning).WithMessage(
                "TypedLlm:Allow names 'gpt-5.4-mni', which no catalog knows; did you mean 'gpt-5.4-mini'?"));
        test.ExpectedDiagnostics.Add(
            Verify.Diagnostic(CallSiteDescriptors.ShutDownModelInSettings).WithLocation(1).WithSeverity(DiagnosticSeverity.Warning).WithMessage(
                "TypedLlm:Endpoints:Shop.IDesk:Chain names '5.3' (gpt-5.3-chat-latest), which was shut down on 2026-08-10; use 'gpt-5.6-sol'"));
        return test.RunAsync();
    }

    [Fact]
    public Task A_global_configuration_sets_the_severities()
    {
        var test = CreateTest("appsettings.json", """{ "TypedLlm": { "Allow": [ {|#0:"x"|}, "5.3" ] } }""");
        test.TestState.AnalyzerConfigFiles.Add(
            (".globalconfig", "is_global = true\ndotnet_diagnostic.TLLM502.severity = error\ndotnet_diagnostic.TLLM504.severity = none\n"));
        test.ExpectedDiagnostics.Add(
            Verify.Diagnostic(CallSiteDescriptors.UnknownModelInSettings).WithLocation(0).WithSeverity(DiagnosticSeverity.Error));
        return test.RunAsync();
    }

    private static Verify.Test CreateTest(string name, string file)
    {
        var test = new Verify.Test { TestCode = "" };
        test.TestState.AdditionalFiles.Add((name, file));
        return test;
    }
}
