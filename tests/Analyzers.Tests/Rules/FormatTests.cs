using Microsoft.CodeAnalysis;
using Verify = TypedLlm.TestKit.Verifiers.CSharpAnalyzerVerifier<TypedLlm.Analyzers.EndpointContractAnalyzer>;

namespace TypedLlm.Analyzers.Tests.Rules;

public sealed class FormatTests
{
    [Theory]
    [InlineData("decimal", "C2")]
    [InlineData("int", "D5")]
    [InlineData("int?", "#,##0")]
    [InlineData("System.DateTime", "yyyy-MM-dd zz9?")]
    [InlineData("System.DateTimeOffset?", "O")]
    [InlineData("System.TimeSpan", @"hh\\:mm")]
    [InlineData("System.DayOfWeek", "D")]
    [InlineData("System.Guid", "N")]
    [InlineData("System.IFormattable", "Q9")]
    [InlineData("Money", "Q9")]
    public Task Supported(string type, string format) => Verify.VerifyAnalyzerAsync(Ask(type, format) + Money);

    [Theory]
    [InlineData("decimal", "Q9")]
    [InlineData("decimal", "D2")]
    [InlineData("int?", "Y")]
    [InlineData("double", "X")]
    [InlineData("System.DateTime", "Q")]
    [InlineData("System.DateTimeOffset", "U")]
    [InlineData("System.DateOnly", "HH:mm")]
    [InlineData("System.TimeOnly", "yyyy")]
    [InlineData("System.TimeSpan", "hh:mm")]
    [InlineData("System.DayOfWeek?", "N")]
    [InlineData("System.Guid", "D4")]
    [InlineData("string", "C2")]
    [InlineData("bool", "G")]
    [InlineData("char?", "G")]
    public Task Reported_at_the_format(string type, string format) => Verify.VerifyAnalyzerAsync(Ask(type, "{|TLLM204:" + format + "|}"));

    [Fact]
    public Task The_message_says_what_the_type_takes() => Verify.VerifyAnalyzerAsync(
        Ask("decimal?", "{|#0:Q9|}"),
        Verify.Diagnostic(PromptDescriptors.UnsupportedFormat)
            .WithLocation(0)
            .WithArguments("Q9", "is refused by 'decimal'; it takes C, E, F, G, N, P or R with a number of digits, or a pattern like 0.00")
            .WithSeverity(DiagnosticSeverity.Error));

    [Fact]
    public Task The_message_says_that_text_takes_none() => Verify.VerifyAnalyzerAsync(
        Ask("string", "{|#0:C2|}"),
        Verify.Diagnostic(PromptDescriptors.UnsupportedFormat).WithLocation(0).WithArguments("C2", "is of no use to 'string', which takes none; remove it"));

    [Fact]
    public Task A_member_and_a_text_that_is_not_trusted_are_judged_alike() => Verify.VerifyAnalyzerAsync(Desk.Members(
        """
            [Prompt(@"Ask ""{text.Length:{|TLLM204:Q|}}"" {day:{|TLLM204:HH|}}")] Task<string> AskAsync(string text, [Untrusted] System.DateOnly day);
        """));

    [Fact]
    public Task Suppressed_by_pragma() => Verify.VerifyAnalyzerAsync("#pragma warning disable TLLM204\n" + Ask("int", "Q"));

    [Fact]
    public Task The_severity_can_be_set()
    {
        var test = new Verify.Test { TestCode = Ask("int", "{|#0:Q|}") };
        test.TestState.AnalyzerConfigFiles.Add((".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.TLLM204.severity = warning\n"));
        test.ExpectedDiagnostics.Add(Verify.Diagnostic(PromptDescriptors.UnsupportedFormat).WithLocation(0).WithSeverity(DiagnosticSeverity.Warning));
        return test.RunAsync();
    }

    private const string Money =
        "public struct Money : System.IFormattable { public string ToString(string? format, System.IFormatProvider? provider) => \"\"; }\n";

    private static string Ask(string type, string format) => Desk.Members($"    [Prompt(\"Ask {{value:{format}}}\")] Task<string> AskAsync({type} value);");
}
