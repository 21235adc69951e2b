using Verify = TypedLlm.TestKit.Verifiers.CSharpAnalyzerVerifier<TypedLlm.Analyzers.AnswerTypeAnalyzer>;

namespace TypedLlm.Analyzers.Tests.Rules;

/// <summary>Members that another generator adds to the type of an answer.</summary>
public sealed class GeneratedMemberTests
{
    [Fact]
    public Task A_member_in_a_generated_part_is_reported_at_the_written_one() => RunAsync(
        "[LlmAnswer] public partial class {|#0:Invoice|} { public string? Written { get; set; } }",
        "public partial class Invoice { public string? Number { get; set; } }",
        Verify.Diagnostic(AnswerDescriptors.MemberOfOtherGenerator).WithLocation(0).WithArguments("Invoice.Number"));

    [Fact]
    public Task A_type_that_is_generated_as_a_whole_came_before() => RunAsync(
        "[LlmAnswer] public record Order(Invoice Invoice);", "public class Invoice { public string? Number { get; set; } }");

    private static Task RunAsync(string written, string generated, params TestKit.Verifiers.DiagnosticResult[] expected)
    {
        var test = new Verify.Test { TestCode = Answers.Source(written) };
        test.TestState.Sources.Add(("Invoice.g.cs", "#nullable enable\n" + generated));
        foreach (var finding in expected)
        {
            test.ExpectedDiagnostics.Add(finding);
        }

        return test.RunAsync();
    }
}
