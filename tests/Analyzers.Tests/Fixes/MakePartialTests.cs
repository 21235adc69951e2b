using TypedLlm.Analyzers.Tests.Rules;
using Verify = TypedLlm.TestKit.Verifiers.CSharpCodeFixVerifier<TypedLlm.Analyzers.AnswerTypeAnalyzer, TypedLlm.CodeFixes.MakePartialCodeFix>;

namespace TypedLlm.Analyzers.Tests.Fixes;

public sealed class MakePartialTests
{
    [Theory]
    [InlineData("Invoice", "public sealed record Invoice(string Number);", "public sealed partial record Invoice(string Number);")]
    [InlineData("Invoice", "public readonly record struct Invoice(string Number);", "public readonly partial record struct Invoice(string Number);")]
    [InlineData("Invoice", "class Invoice { public string? Number { get; set; } }", "partial class Invoice { public string? Number { get; set; } }")]
    [InlineData(
        "Outer.Invoice",
        "public class Outer { public record Invoice(string Number); }",
        "public partial class Outer { public partial record Invoice(string Number); }")]
    public Task A_type_is_made_partial(string answer, string before, string after) =>
        Verify.VerifyCodeFixAsync(Source(answer, before, isReported: true), Source(answer, after, isReported: false));

    [Theory]
    [InlineData("Invoice", "public partial record Invoice(string Partial);")]
    [InlineData("Box<int>", "public record Box<T>(T Value);")]
    public Task Not_where_that_would_change_nothing(string answer, string types) => Verify.VerifyNoCodeFixAsync(Source(answer, types, isReported: true));

    // An interface less visible than its types is no matter here.
    private static string Source(string answer, string types, bool isReported) =>
        PartialTypeTests.Source(answer, types, isReported).Replace("public interface", "interface", StringComparison.Ordinal);
}
