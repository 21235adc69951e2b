using TypedLlm.TestKit.Verifiers;
using Xunit.Sdk;
using Verify = TypedLlm.TestKit.Verifiers.CSharpAnalyzerVerifier<TypedLlm.Analyzers.Tests.Verifiers.BadNameAnalyzer>;

namespace TypedLlm.Analyzers.Tests.Verifiers;

public sealed class AnalyzerVerifierTests
{
    [Fact]
    public Task Markup_with_and_without_an_id_passes() =>
        Verify.VerifyAnalyzerAsync("class [|BadA|]; class {|BAD1:BadB|}; class Fine;");

    [Fact]
    public Task Compiler_errors_can_be_expected() =>
        Verify.VerifyAnalyzerAsync("class {|BAD1:BadA|} : {|CS0246:Missing|};");

    [Fact]
    public Task Numbered_places_carry_message_and_severity() =>
        Verify.VerifyAnalyzerAsync(
            "class {|#0:BadA|};",
            Verify.Diagnostic(BadNameAnalyzer.Rule).WithLocation(0).WithArguments("BadA").WithSeverity(Microsoft.CodeAnalysis.DiagnosticSeverity.Warning));

    [Fact]
    public async Task An_unexpected_diagnostic_fails_and_shows_the_markup_that_would_pass() =>
        Assert.Contains("class {|BAD1:BadA|};", await FailureOf("class BadA;"), StringComparison.Ordinal);

    [Fact]
    public async Task A_missing_diagnostic_fails() =>
        Assert.Contains("missing:    BAD1 at /TestProject/Test0.cs(1,7): Fine", await FailureOf("class [|Fine|];"), StringComparison.Ordinal);

    [Fact]
    public async Task A_diagnostic_at_another_span_fails() =>
        Assert.Contains("missing", await FailureOf("class [|Bad|]A;"), StringComparison.Ordinal);

    [Fact]
    public async Task A_diagnostic_of_another_id_fails() =>
        Assert.Contains("missing", await FailureOf("class {|BAD2:BadA|};"), StringComparison.Ordinal);

    [Fact]
    public async Task Two_expectations_are_not_met_by_one_diagnostic() =>
        Assert.Contains("missing", await FailureOf("class {|BAD1:{|BAD1:BadA|}|};"), StringComparison.Ordinal);

    [Fact]
    public async Task Another_message_fails() =>
        Assert.Contains("missing", await FailureOf("class {|#0:BadA|};", Verify.Diagnostic(BadNameAnalyzer.Rule).WithLocation(0).WithArguments("BadB")), StringComparison.Ordinal);

    [Fact]
    public async Task Another_severity_fails() =>
        Assert.Contains(
            "missing",
            await FailureOf(
                "class {|#0:BadA|};",
                Verify.Diagnostic(BadNameAnalyzer.Rule).WithLocation(0).WithSeverity(Microsoft.CodeAnalysis.DiagnosticSeverity.Error)),
            StringComparison.Ordinal);

    [Fact]
    public async Task A_source_that_does_not_compile_fails() =>
        Assert.Contains("CS0246", await FailureOf("class Fine : Missing;"), StringComparison.Ordinal);

    [Fact]
    public async Task A_crash_of_the_analyzer_fails()
    {
        var failure = await Assert.ThrowsAnyAsync<XunitException>(() => CSharpAnalyzerVerifier<CrashingAnalyzer>.VerifyAnalyzerAsync("class Fine;"));

        Assert.Contains("AD0001", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public Task Configured_severities_hold()
    {
        var test = new Verify.Test { TestCode = "class {|#0:BadA|};" };
        test.TestState.AnalyzerConfigFiles.Add((".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.BAD1.severity = error\n"));
        test.ExpectedDiagnostics.Add(Verify.Diagnostic(BadNameAnalyzer.Rule).WithLocation(0).WithSeverity(Microsoft.CodeAnalysis.DiagnosticSeverity.Error));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("a|]")]
    [InlineData("[|a")]
    [InlineData("[|a|}")]
    public void Broken_markup_is_refused(string marked) => Assert.Throws<ArgumentException>(() => MarkedText.Parse(marked));

    [Theory]
    [InlineData("a {|A1:b|} c")]
    [InlineData("{|A1:{|B2:b|} c|}")]
    [InlineData("{|A1:a|}{|B2:b|}")]
    [InlineData("{|A1:|}a")]
    public void Markup_survives_reading_and_writing(string marked)
    {
        var read = MarkedText.Parse(marked);

        Assert.Equal(marked, MarkedText.Render(read.Text, read.Spans));
    }

    private static async Task<string> FailureOf(string source, params DiagnosticResult[] expected) =>
        (await Assert.ThrowsAnyAsync<XunitException>(() => Verify.VerifyAnalyzerAsync(source, expected))).Message;
}
