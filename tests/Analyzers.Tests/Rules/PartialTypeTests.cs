using TypedLlm.TestKit.Verifiers;
using Verify = TypedLlm.TestKit.Verifiers.CSharpAnalyzerVerifier<TypedLlm.Analyzers.AnswerTypeAnalyzer>;

namespace TypedLlm.Analyzers.Tests.Rules;

/// <summary>Types that are watched while they arrive, and have nothing to show for it.</summary>
public sealed class PartialTypeTests
{
    [Theory]
    [InlineData(true, "public record Invoice(string Number);")]
    [InlineData(false, "public partial record Invoice(string Number);")]
    [InlineData(true, "public record struct Invoice(string Number);")]
    [InlineData(true, "[JsonDerivedType(typeof(Bill), \"bill\")] public abstract record Invoice; public record Bill(string Number) : Invoice;")]
    [InlineData(false, "[JsonDerivedType(typeof(Bill), \"bill\")] public partial interface Invoice; public record Bill(string Number) : Invoice;")]
    [InlineData(true, "public partial record Invoice(string Partial);")]
    [InlineData(true, "public partial record Invoice(string Number) { public static int Partial() => 1; }")]
    [InlineData(true, "public partial record Invoice(string Number) : Base; public record Base { public string Partial { get; set; } = \"\"; }")]
    [InlineData(false, "public partial record Invoice(string Number, Line Line); public record Line(string Text);")]
    public Task A_type_of_events_is_partial(bool isReported, string type) => Verify.VerifyAnalyzerAsync(Source("Invoice", type, isReported));

    [Theory]
    [InlineData(true, "Outer.Invoice", "public class Outer { public partial record Invoice(string Number); }")]
    [InlineData(true, "List<Line>", "public record Line(string Text);")]
    [InlineData(false, "Dictionary<string, Line?[]>", "public partial record Line(string Text);")]
    [InlineData(true, "Box<int>", "public partial record Box<T>(T Value);")]
    [InlineData(true, "Partial", "public partial record Partial(string Text);")]
    [InlineData(false, "Kind", "public enum Kind { One }")]
    [InlineData(false, "string[]", "")]
    [InlineData(false, "KeyValuePair<string, int>", "")]
    public Task What_its_events_show_is_what_counts(bool isReported, string answer, string types) => Verify.VerifyAnalyzerAsync(Source(answer, types, isReported));

    [Fact]
    public Task Who_asks_for_the_whole_answer_needs_no_partials() => Verify.VerifyAnalyzerAsync(
        Source("Invoice", "public record Invoice(string Number);", isReported: false).Replace("IAsyncEnumerable<LlmEvent<Invoice>>", "System.Threading.Tasks.Task<Invoice>", StringComparison.Ordinal));

    [Theory]
    [InlineData("Invoice", "public record Invoice(string Number);", "'Invoice' is not partial, so that its events carry text in place of partials and have no AsPartial(); make it partial")]
    [InlineData("Invoice?", "public record Invoice(string Number);", "'Invoice' is not partial, so that its events show nothing before the end and have no AsPartial(); make it partial")]
    [InlineData("Invoice?", "public record struct Invoice(string Number);", "'Invoice' is not partial, so that its events show nothing before the end and have no AsPartial(); make it partial")]
    [InlineData("Invoice", "[JsonDerivedType(typeof(Bill), \"bill\")] public abstract record Invoice; public record Bill(string Number) : Invoice;", "'Invoice' is not partial, so that its events show nothing before the end and have no AsPartial(); make it partial")]
    [InlineData("List<Invoice>", "public record Invoice(string Number);", "'Invoice' is not partial, so that its events show an element of the list only once all of it is there; make it partial")]
    [InlineData("Outer.Invoice", "public class Outer { public partial record Invoice(string Number); }", "'Invoice' is nested in 'Outer', which is not partial, so that its events carry text in place of partials and have no AsPartial(); make that partial")]
    [InlineData("Invoice", "public partial record Invoice(string Partial);", "'Invoice' has a 'Partial' of its own, so that its events carry text in place of partials and have no AsPartial(); give that another name")]
    public Task The_message_says_what_comes_in_their_place(string answer, string types, string message) => Verify.VerifyAnalyzerAsync(
        Source(answer, types, isReported: true).Replace("TLLM304:", "#0:", StringComparison.Ordinal),
        Verify.Diagnostic(AnswerDescriptors.NotPartial).WithLocation(0).WithMessage(message));

    internal static string Source(string answer, string types, bool isReported) => Answers.Source($$"""
        {{types}}
        [LlmEndpoint(Primary = "5.4", Fallback = "5.6-sol")]
        public interface IDesk
        {
            [Prompt("Extract.")]
            {{(isReported ? $"{{|TLLM304:IAsyncEnumerable<LlmEvent<{answer}>>|}}" : $"IAsyncEnumerable<LlmEvent<{answer}>>")}} WatchAsync(System.Threading.CancellationToken ct = default);
        }
        """);
}
