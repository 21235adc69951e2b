using System.Globalization;
using Verify = TypedLlm.TestKit.Verifiers.CSharpAnalyzerVerifier<TypedLlm.Analyzers.AnswerTypeAnalyzer>;

namespace TypedLlm.Analyzers.Tests.Rules;

/// <summary>Schemas that are larger than the service takes.</summary>
public sealed class SchemaLimitTests
{
    [Fact]
    public Task Levels_are_counted() => Expect(
        string.Join('\n', Enumerable.Range(2, 11).Select(level => level == 12 ? Record(level, "int Value") : Record(level, $"L{level + 1} Next"))),
        "L2 Next",
        "has 11 levels of nesting, of 10",
        "flatten it, or ask for parts of it in several calls");

    [Fact]
    public Task Ten_levels_below_the_root_are_fine() => Verify.VerifyAnalyzerAsync(Nested("[LlmAnswer] public record L1(List<L2> Next);"));

    [Fact]
    public Task A_list_is_a_level_of_its_own() => Verify.VerifyAnalyzerAsync(
        Nested("[LlmAnswer] public record {|#0:L1|}(List<List<L2>> Next);"), TooDeep("L1"));

    [Fact]
    public Task Levels_count_through_references() => Verify.VerifyAnalyzerAsync(
        Nested("[LlmAnswer] public record {|#0:L1|}(List<L2> Next, List<List<L2>> Again);"), TooDeep("L1"));

    [Fact]
    public Task A_type_that_reaches_itself_is_no_deeper_by_that() => Verify.VerifyAnalyzerAsync(
        Nested("[LlmAnswer] public record L1(List<L1> Next, Other? Other); public record Other(L1? Back);"));

    [Fact]
    public Task Elements_that_are_handed_out_one_by_one_stand_in_a_list() => Verify.VerifyAnalyzerAsync(
        Nested("""
            public record L1(L2 Next);

            [LlmEndpoint(Primary = "5.4", Fallback = "5.2")]
            public interface IDesk
            {
                [Prompt("x")]
                System.Threading.Tasks.Task<L1> AskAsync();

                [Prompt("x")]
                {|#0:IAsyncEnumerable<L1>|} ListAsync();
            }
            """),
        TooDeep("list of L1"));

    [Fact]
    public Task Types_without_a_name_of_their_own_are_named_as_they_are_written() => Verify.VerifyAnalyzerAsync(
        Nested("""
            public record L1(L2 Next);

            [LlmEndpoint(Primary = "5.4", Fallback = "5.2")]
            public interface IDesk
            {
                [Prompt("x")]
                {|#0:System.Threading.Tasks.Task<L1[]>|} AskAsync();
            }
            """),
        TooDeep("L1[]"));

    [Fact]
    public Task Properties_are_counted_once_for_a_type_that_is_used_twice() => Expect(
        string.Join('\n', Enumerable.Range(0, 51).Select(type => $"public class P{type} {{ {Repeat(98, member => $"public int M{member} {{ get; set; }}")} }}")),
        Repeat(51, type => $"P{type} A{type}, P{type} B{type}", ", "),
        "has 5,100 properties, of 5,000",
        "ask for parts of it in several calls");

    [Fact]
    public Task Enum_values_are_counted() => Expect(
        $"public enum E {{ {Repeat(1_001, value => $"V{value}", ", ")} }}", "E One, E? Two", "has 1,001 enum values, of 1,000", "use string and check it with [Validate]");

    [Fact]
    public Task Characters_of_a_long_enum_are_counted() => Expect(
        $"public enum E {{ {Repeat(251, value => $"V{value:D59}", ", ")} }}",
        "E One",
        "has an enum of more than 250 values with 15,060 characters, of 15,000",
        "shorten them with [JsonStringEnumMemberName]");

    [Fact]
    public Task Characters_of_names_are_counted() => Expect(
        "",
        Repeat(250, member => $"int V{member:D479}", ", "),
        "has 120,009 characters of names, of 120,000",
        "shorten them with [JsonPropertyName]",
        "string Nine_char");

    /// <summary>Below L1: L2, with lists of objects in lists of objects, is nine levels deep in itself.</summary>
    private static string Nested(string root) => Answers.Source(
        root + "\npublic record L2(List<L3> Next);\npublic record L3(List<L4> Next);\npublic record L4(List<L5> Next);\npublic record L5(L6 Next);\npublic record L6(L7 Next);\npublic record L7(int Value);");

    private static TestKit.Verifiers.DiagnosticResult TooDeep(string name) => Verify.Diagnostic(AnswerDescriptors.SchemaLimit).WithLocation(0).WithArguments(
        name, "has 11 levels of nesting, of 10", "flatten it, or ask for parts of it in several calls");

    private static Task Expect(string declarations, string members, string reason, string wayOut, string? more = null) => Verify.VerifyAnalyzerAsync(
        Answers.Source($"[LlmAnswer] public record {{|#0:L1|}}({members}{(more is null ? "" : ", " + more)});\n{declarations}"),
        Verify.Diagnostic(AnswerDescriptors.SchemaLimit).WithLocation(0).WithArguments("L1", reason, wayOut));

    private static string Record(int level, string member) => $"public record L{level.ToString(CultureInfo.InvariantCulture)}({member});";

    private static string Repeat(int count, Func<int, FormattableString> write, string separator = " ") =>
        string.Join(separator, Enumerable.Range(0, count).Select(number => FormattableString.Invariant(write(number))));
}
