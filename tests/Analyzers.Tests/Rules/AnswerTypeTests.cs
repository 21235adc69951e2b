using System.Globalization;
using Microsoft.CodeAnalysis;
using TypedLlm.TestKit;
using TypedLlm.TestKit.Verifiers;
using Verify = TypedLlm.TestKit.Verifiers.CSharpAnalyzerVerifier<TypedLlm.Analyzers.AnswerTypeAnalyzer>;

namespace TypedLlm.Analyzers.Tests.Rules;

/// <summary>What a strict schema cannot say.</summary>
public sealed class AnswerTypeTests
{
    private const string Anything = "may be anything, and the members of each object are named when the code is compiled";
    private const string AnythingWayOut = "declare a record with the members that you need, or use string";

    [Theory]
    [InlineData("object")]
    [InlineData("object?")]
    [InlineData("dynamic")]
    [InlineData("JsonElement")]
    [InlineData("System.Text.Json.Nodes.JsonNode?")]
    [InlineData("(int Left, int Right)")]
    [InlineData("ValueTuple<int>")]
    [InlineData("byte[]")]
    [InlineData("int[,]")]
    [InlineData("List<int[,]>")]
    [InlineData("Days")]
    [InlineData("Days?")]
    [InlineData("Empty")]
    [InlineData("Half")]
    [InlineData("Int128")]
    [InlineData("System.Numerics.BigInteger")]
    [InlineData("nint")]
    [InlineData("Action")]
    [InlineData("Type")]
    [InlineData("Version")]
    [InlineData("IEnumerable")]
    [InlineData("ArrayList")]
    [InlineData("System.Collections.Concurrent.ConcurrentBag<int>")]
    [InlineData("Counted")]
    [InlineData("List<OldList>")]
    [InlineData("IAsyncEnumerable<int>")]
    [InlineData("Tree")]
    [InlineData("Numbers")]
    [InlineData("Dictionary<Point, int>")]
    [InlineData("Dictionary<int?, int>")]
    [InlineData("SortedSet<Point>")]
    [InlineData("SortedSet<Point?>")]
    [InlineData("SortedDictionary<Uri, int>")]
    [InlineData("SortedList<Uri, int>")]
    [InlineData("System.Collections.Immutable.ImmutableSortedSet<Point>")]
    [InlineData("System.Collections.Immutable.ImmutableSortedDictionary<Uri, int>")]
    [InlineData("OrderId")]
    [InlineData("Grows<int>", false)]
    public Task Types_without_a_form_are_reported_at_the_member(string type, bool atMember = true) => Verify.VerifyAnalyzerAsync(Answers.Member(
        atMember ? $"{type} {{|TLLM301:Meta|}}" : $"{type} Meta",
        $$"""
        [Flags] public enum Days { None, Monday = 1, Tuesday = 2 }
        public enum Empty;
        public class Tree : List<Tree>;
        public class Counted : List<string> { public required int Total { get; set; } }
        public class OldList : List<string> { [Obsolete("Gone", true)] public OldList() { } }
        public class Numbers : IEnumerable<int> { public IEnumerator<int> GetEnumerator() => throw null!; IEnumerator IEnumerable.GetEnumerator() => throw null!; }
        public record Point(int X, int Y);
        [JsonConverter(typeof(OrderIdConverter))] public record struct OrderId(int Value);
        public abstract class OrderIdConverter : JsonConverter<OrderId>;
        public record Grows<T>(Grows<List<T>>? {{(atMember ? "Next" : "{|TLLM301:Next|}")}});
        """));

    [Theory]
    [InlineData("string? Meta")]
    [InlineData("[property: JsonIgnore] object? Meta = null")]
    [InlineData("[property: JsonIgnore] object? Meta", "TLLM302")]
    [InlineData("[property: JsonExtensionData] Dictionary<string, object>? Meta = null")]
    [InlineData("[{|CS0592:JsonIgnore|}] object {|TLLM301:Meta|}")]
    [InlineData("[property: JsonConverter(typeof(JsonStringEnumConverter<DayOfWeek>))] DayOfWeek Meta")]
    [InlineData("[property: JsonConverter(typeof(JsonNumberEnumConverter<DayOfWeek>))] DayOfWeek {|TLLM301:Meta|}")]
    [InlineData("Level {|TLLM301:Meta|}")]
    [InlineData("KeyValuePair<string, int> Meta")]
    [InlineData("IReadOnlyDictionary<DayOfWeek, List<int?>> Meta")]
    [InlineData("[property: JsonConverter(typeof(MyConverter))] string {|TLLM301:Meta|}")]
    [InlineData("""[property: JsonPropertyName("Other")] string {|TLLM301:Meta|}""")]
    public Task Attributes_of_a_member_count(string member, string? id = null) => Verify.VerifyAnalyzerAsync(Answers.Source($$"""
        [LlmAnswer] public record {{(id is null ? "Invoice" : $"{{|{id}:Invoice|}}")}}(string Other, {{member}});
        public abstract class MyConverter : JsonConverter<string>;
        [JsonConverter(typeof(JsonNumberEnumConverter<Level>))] public enum Level { Low, High }
        """));

    [Fact]
    public Task The_message_has_the_path_from_the_nearest_declaration() => Verify.VerifyAnalyzerAsync(
        Answers.Source("""
            [LlmAnswer] public record Invoice(List<Line> Lines, Dictionary<string, object> {|#0:Notes|});
            [LlmAnswer] public record Order(Line[] Lines);
            public record Line(object[] {|#1:Meta|});
            """),
        Verify.Diagnostic(AnswerDescriptors.NotExpressible).WithLocation(0).WithArguments("Invoice.Notes[]", Anything, AnythingWayOut),
        Verify.Diagnostic(AnswerDescriptors.NotExpressible).WithLocation(1).WithArguments("Line.Meta[]", Anything, AnythingWayOut));

    [Fact]
    public Task Sorted_collections_of_what_can_be_compared_are_taken() => Verify.VerifyAnalyzerAsync(Answers.Source("""
        [LlmAnswer] public record Invoice(
            SortedSet<string> Names, SortedSet<int?> Numbers, SortedDictionary<DayOfWeek, Point> Days, SortedList<Guid, Point> Ids, SortedSet<Rank> Ranks, SortedSet<Major> Majors,
            Points Own);
        public record Point(int X);
        public record Rank(int Value) : IComparable<Rank> { public int CompareTo(Rank? other) => Value.CompareTo(other?.Value); }
        public record Major(int Value) : Rank(Value);
        public class Points : SortedSet<Point> { public Points() : base(Comparer<Point>.Create(static (left, right) => left.X - right.X)) { } }
        """));

    [Theory]
    [InlineData("SortedSet<Point>", "Invoice.Value[]", "is a 'Point', which a sorted collection cannot compare", "implement IComparable<Point>, or use a list")]
    [InlineData("SortedDictionary<Uri, int>", "each key of Invoice.Value", "is a 'Uri', which a sorted collection cannot compare", "implement IComparable<Uri>, or use a dictionary that is not sorted")]
    public Task What_cannot_be_sorted_is_named(string type, string path, string reason, string wayOut) => Verify.VerifyAnalyzerAsync(
        Answers.Source($"[LlmAnswer] public record Invoice({type} {{|#0:Value|}}); public record Point(int X);"),
        Verify.Diagnostic(AnswerDescriptors.NotExpressible).WithLocation(0).WithArguments(path, reason, wayOut));

    [Theory]
    [InlineData("List<object>", "each element of List<object>")]
    [InlineData("object[][]", "each element of object[]")]
    [InlineData("Dictionary<string, object>", "each value of Dictionary<string, object>")]
    [InlineData("List<Dictionary<string, dynamic>>", "each value of Dictionary<string, dynamic>")]
    [InlineData("Tags", "each element of Tags")]
    [InlineData("Dictionary<string, List<Invoice>>", "Invoice.Meta")]
    public async Task What_an_answer_without_members_holds_is_named(string type, string path)
    {
        var source = Answers.Source($$"""
            [LlmEndpoint(Primary = "5.4")] public interface IDesk { [Prompt("a")] System.Threading.Tasks.Task<{{type}}> AskAsync(); }
            public class Tags : List<object>;
            public record Invoice(object Meta);
            """);
        var project = TestSolution.Create(new TestState { Sources = { ("Test0.cs", source) } }).Projects.Single();

        var finding = Assert.Single(await AnalyzerRunner.RunAsync(project, [new AnswerTypeAnalyzer()]));

        Assert.StartsWith($"'{path}' {Anything};", finding.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[LlmAnswer] public record Invoice(List<Library.Line> Lines, Library.Line Again);", "Lines", "Invoice.Lines[].Meta")]
    [InlineData("[LlmAnswer] public class Invoice : Library.Line { public Invoice() : base(1) { } public Library.Line? Next { get; set; } }", "Invoice", "Invoice.Meta")]
    public async Task Types_of_other_assemblies_are_reported_where_they_are_used(string source, string token, string path)
    {
        var library = GeneratorHarness.Compile("Library", ["#pragma warning disable CS1591\nnamespace Library; public class Line(object meta) { public object Meta { get; set; } = meta; }"]);
        using var image = new MemoryStream();
        Assert.True(library.Emit(image).Success);
        var project = TestSolution.Create(new TestState { Sources = { ("Test0.cs", Answers.Source(source)) } }).Projects.Single()
            .AddMetadataReference(MetadataReference.CreateFromImage(image.ToArray()));

        var finding = (await AnalyzerRunner.RunAsync(project, [new AnswerTypeAnalyzer()]))[0];

        Assert.Equal("TLLM301", finding.Id);
        Assert.Equal(token, finding.Location.SourceTree!.GetText().ToString(finding.Location.SourceSpan));
        Assert.StartsWith($"'{path}' {Anything};", finding.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public Task Answers_of_methods_are_judged_at_the_return_type_and_at_their_declarations() => Verify.VerifyAnalyzerAsync(
        Desk.Members("""
                [Prompt("a")] {|#0:Task<object>|} AnyAsync();
                [Prompt("b")] {|#1:Task<LlmResult<byte[]>>|} BytesAsync();
                [Prompt("c")] Task<List<Invoice>> InvoicesAsync();
                [Prompt("d")] IAsyncEnumerable<Invoice> StreamAsync();
                [Prompt("e")] IAsyncEnumerable<LlmEvent<Invoice>> EventsAsync();
                [Prompt("f")] Task<string> TextAsync();
                [Prompt("g")] Task<{|CS0246:Missing|}> MissingAsync();
            """) + "public record Invoice(object {|#2:Meta|});",
        Verify.Diagnostic(AnswerDescriptors.NotExpressible).WithLocation(0).WithArguments("object", Anything, AnythingWayOut),
        Verify.Diagnostic(AnswerDescriptors.NotExpressible).WithLocation(1).WithArguments("byte[]", "holds bytes", "use string for Base64 text"),
        Verify.Diagnostic(AnswerDescriptors.NotExpressible).WithLocation(2).WithArguments("Invoice.Meta", Anything, AnythingWayOut));

    [Fact]
    public Task Lists_that_generated_code_cannot_make_are_reported() => Verify.VerifyAnalyzerAsync(Answers.Source("""
        public static class Shop
        {
            [LlmAnswer] internal sealed record Invoice
            {
                [JsonInclude] internal string Text = "";
                [JsonInclude] internal FreeTags Free { get; set; } = [];
            }

            internal class FreeTags : List<string> { [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public FreeTags() { } public required int Total { get; set; } }
            private class Tags : List<string>;
            private class Hidden;
            [LlmAnswer] private class {|TLLM301:Marked|} : List<string>;
        }
        """));

    [Fact]
    public Task Generic_types_are_judged_where_they_are_closed() => Verify.VerifyAnalyzerAsync(
        Answers.Source("""
            [LlmAnswer] public record Page<T>(T {|#0:Item|});
            [LlmAnswer] public record Invoices(Page<string> Texts, Page<object> Objects);
            """),
        Verify.Diagnostic(AnswerDescriptors.NotExpressible).WithLocation(0).WithArguments("Page<object>.Item", Anything, AnythingWayOut));

    [Fact]
    public Task Values_of_one_name_are_reported() => Verify.VerifyAnalyzerAsync(Answers.Source("""
        [LlmAnswer] public enum Color { Red, [JsonStringEnumMemberName("Red")] {|TLLM301:Crimson|} }
        """));

    [Fact]
    public Task Code_that_does_not_compile_is_the_compilers() => Verify.VerifyAnalyzerAsync(Answers.Source("""
        [LlmAnswer] public record Invoice({|CS0246:Missing|} One, List<{|CS0246:Missing|}> Two, {|CS0246:Missing<int>|}[] Three);
        """));
}
