namespace TypedLlm.Generator.Tests.AnswerTypes;

/// <summary>Partials of types of all kinds, with members of any name.</summary>
public sealed class PartialTypeTests
{
    private const string Source = """
        using System.Linq;
        using System.Text.Json.Serialization;

        [JsonDerivedType(typeof(Circle), "circle")]
        [JsonDerivedType(typeof(Path), "path")]
        [JsonDerivedType(typeof(Raw), "raw")]
        public abstract partial record Shape;

        public sealed partial record Circle(double Radius, string Name) : Shape;

        public sealed partial record Path(List<Shape> Parts) : Shape;

        public sealed record Raw(string Data) : Shape;

        public partial class Named
        {
            public required string Name { get; init; }
        }

        public static partial class Outer
        {
            public partial class Inner : Named
            {
                public Inner? Next { get; set; }
                public Shape? Shape { get; set; }
                [JsonInclude] internal Secret? Secret { get; set; }
                public List<List<Named?>>? Groups { get; set; }
                public Dictionary<int, Named> ByNumber { get; set; } = [];
                public KeyValuePair<string, int> Pair { get; set; }
            }
        }

        internal sealed partial record Secret(string Word);

        public partial record Names(
            string State, string States, string Value, string value, string _value, string MemberStates, string AsPartial, string Case, string @class,
            string System, string TypedLlm, string Shop, string Count, [property: JsonPropertyName("a\"b")] string Quoted);

        public sealed record Even(int Number)
        {
            [Validate]
            internal static void IsEven(Even value, LlmValidation validation)
            {
                if (value.Number == 0)
                {
                    validation.Warn(nameof(Number), "is zero");
                }
                else if (value.Number % 2 != 0)
                {
                    validation.Error(nameof(Number), "is odd");
                }
            }
        }

        public sealed partial record Evens(List<Even> All, Even? Best, Dictionary<string, Even> ByName);

        [JsonDerivedType(typeof(Partial), "partial")]
        [JsonDerivedType(typeof(Own), "own")]
        [JsonDerivedType(typeof(Group.Own), "group")]
        public partial interface IOdd;

        public sealed partial record Partial(string Text) : IOdd;

        public partial record struct Own(string Text) : IOdd;

        public static class Group
        {
            public sealed record Own(string Text) : IOdd;
        }

        [JsonDerivedType(typeof(Reply), "reply")]
        [JsonDerivedType(typeof(Thread), "thread")]
        public abstract partial record Post;

        public sealed partial record Reply(string Text) : Post;

        public sealed partial record Thread([property: JsonPropertyName("reply")] Reply First, string Title) : Post;

        public enum Tone { Soft }

        [JsonDerivedType(typeof(TextBlock), "text")]
        [JsonDerivedType(typeof(QuoteBlock), "quote")]
        public abstract partial record Block;

        [LlmAnswer(Naming = LlmNaming.CamelCase)]
        public sealed partial record TextBlock(string Text, Tone Quote) : Block;

        public sealed partial record QuoteBlock([property: JsonPropertyName("text")] List<string> Lines, [property: JsonPropertyName("quote")] int? Number) : Block;

        [JsonDerivedType(typeof(Labels), "labels")]
        public abstract partial record Mark;

        public sealed partial record Labels([property: JsonPropertyName("labels")] Dictionary<string, string> All) : Mark;

        [LlmEndpoint(Primary = "gpt-5.4", Fallback = "gpt-5.6-sol")]
        public interface IDesk
        {
            [Prompt("Ask")] IAsyncEnumerable<LlmEvent<Outer.Inner>> InnerAsync();
            [Prompt("Ask")] IAsyncEnumerable<LlmEvent<Shape>> ShapeAsync();
            [Prompt("Ask")] IAsyncEnumerable<LlmEvent<Names>> NamesAsync();
            [Prompt("Ask")] IAsyncEnumerable<LlmEvent<IOdd>> OddAsync();
            [Prompt("Ask")] IAsyncEnumerable<LlmEvent<Post>> PostAsync();
            [Prompt("Ask")] IAsyncEnumerable<LlmEvent<Evens>> EvensAsync();
            [Prompt("Ask")] IAsyncEnumerable<LlmEvent<Block>> BlockAsync();
            [Prompt("Ask")] IAsyncEnumerable<LlmEvent<Mark>> MarkAsync();
            [Prompt("Ask")] IAsyncEnumerable<LlmEvent<Own?>> OwnAsync();
            [Prompt("Ask")] IAsyncEnumerable<LlmEvent<List<string?>?>> TextsAsync();
            [Prompt("Ask")] IAsyncEnumerable<LlmEvent<Dictionary<string, List<Own>>>> OwnsAsync();
        }

        public static class Program
        {
            public static string Inner(string json)
            {
                var inner = new Outer.Inner.Partial(json);
                return $"{inner.Name} {inner.Next?.Next?.Name} {inner.Secret?.Word} {(inner.Shape is { } shape ? Of(shape) : "")} "
                    + string.Join(";", inner.Groups?.Select(group => string.Join(",", group.Select(named => named?.Name ?? "-"))) ?? [])
                    + $" {string.Join(",", inner.ByNumber.Select(entry => entry.Key + "=" + entry.Value.Name))} {inner.Pair?.Key}";
            }

            public static string Shape(string json) => Of(new Shape.Partial(json));

            public static string Names(string json)
            {
                var names = new Names.Partial(json);
                var states = names.States();
                return $"{names.State} {names.States} {names.Value} {names.value} {names._value} {names.MemberStates} {names.AsPartial} {names.Case} {names.@class} {names.Quoted} "
                    + $"{names.State()} {states.State} {states.States} {states.MemberStates} {states._value} {states.Quoted}";
            }

            public static string Odd(string json)
            {
                var odd = new IOdd.Partial(json);
                return $"{odd.Case()} {odd.Own?.Text} {odd.Own_?.Text} {odd.Partial_?.Text}";
            }

            public static string Post(string json)
            {
                var post = new Post.Partial(json);
                return $"{post.Case()} {post.Reply?.Text} {post.Thread?.First.Text} {post.Thread?.Title}";
            }

            public static string Evens(string json)
            {
                var evens = new Evens.Partial(json);
                return $"{string.Join(",", evens.All.Select(even => even.Number))}/{evens.All.DoneCount} {evens.Best?.Number} {string.Join(",", evens.ByName.Select(entry => entry.Key))}";
            }

            public static string Block(string json)
            {
                var block = new Block.Partial(json);
                return $"{block.Case()} {block.TextBlock?.Text} {block.TextBlock?.Quote} {string.Join("+", block.QuoteBlock?.Lines ?? [])}";
            }

            public static string Mark(string json)
            {
                var mark = new Mark.Partial(json);
                return $"{mark.Case()} {string.Join(",", mark.Labels?.All.Select(label => label.Key + "=" + label.Value) ?? [])}";
            }

            public static Own.Partial Typed(LlmEvent<Own?>.Partial item) => item.AsPartial();

            public static Own.Partial Typed(LlmEvent<Own>.Partial item) => item.AsPartial();

            public static PartialList<KeyValuePair<string, PartialList<Own.Partial>>> Typed(LlmEvent<Dictionary<string, List<Own>>>.Partial item) => item.AsPartial();

            private static string Of(Shape.Partial shape) =>
                $"{shape.Case()}({shape.Circle?.Name}{shape.Circle?.Radius}{string.Join("+", shape.Path?.Parts.Select(Of) ?? [])}{shape.Raw?.Data})";
        }
        """;

    private static readonly Lazy<System.Reflection.Assembly> Program = new(() => Harness.Run(Sources.InShop(Source)).Load());

    [Theory]
    [InlineData("Shape", "{", "()")]
    [InlineData("Shape", "{\"circle\"", "()")]
    [InlineData("Shape", "{\"circle\":{\"Name\":\"Ro", "circle(Ro)")]
    [InlineData("Shape", "{\"$type\":\"circle\",\"Name\":\"Ro", "circle(Ro)")]
    [InlineData("Shape", "{\"Name\":\"Ro\",\"$type\":\"circ", "()")]
    [InlineData("Shape", "{\"Name\":\"Ro\",\"$type\":\"circle\"", "circle(Ro)")]
    [InlineData("Shape", "{\"$type\":\"other\",\"Name\":\"Ro", "()")]
    [InlineData("Shape", "{\"raw\":{\"Data\":\"x\"", "raw()")]
    [InlineData("Shape", "{\"raw\":{\"Data\":\"x\"}", "raw(x)")]
    [InlineData("Shape", "{\"path\":{\"Parts\":[{\"circle\":{\"Name\":\"a\"}},{\"raw\":{\"Data\":\"x\"}},{\"path\":{\"Parts\":[{", "path(circle(a)+raw(x)+path(()))")]
    [InlineData("Inner", "{\"Name\":\"a\",\"Next\":{\"Name\":\"b\",\"Next\":{\"Name\":\"c", "a c     ")]
    [InlineData("Inner", "{\"Secret\":{\"Word\":\"w", "  w    ")]
    [InlineData("Inner", "{\"Shape\":null,\"Groups\":[[{\"Name\":\"a\"},null],[{", "    a,-;-  ")]
    [InlineData("Inner", "{\"ByNumber\":[{\"key\":1,\"value\":{\"Name\":\"a\"}},{\"key\":2,\"value\":{\"Name\":\"b", "     1=a,2=b ")]
    [InlineData("Inner", "{\"ByNumber\":{\"1\":{\"Name\":\"a\"},\"2\":{\"Name\":\"b", "     1=a,2=b ")]
    [InlineData("Inner", "{\"ByNumber\":[{\"key\":1,\"va", "     1= ")]
    [InlineData("Inner", "{\"Pair\":{\"Key\":\"k\",\"Value\":1}", "      k")]
    [InlineData("Names", "{\"State\":\"a\",\"States\":\"b\",\"Value\":\"c\",\"value\":\"d\",\"_value\":\"e\",\"MemberStates\":\"f\",\"AsPartial\":\"g\",\"Case\":\"h\",\"class\":\"i\",\"a\\\"b\":\"k", "a b c d e f g h i k Growing Done Done Done Done Growing")]
    [InlineData("Post", "{\"reply\":{\"Text\":\"a\"", "   ")]
    [InlineData("Post", "{\"reply\":{\"Text\":\"a\"}}", "reply a  ")]
    [InlineData("Post", "{\"reply\":{\"Text\":\"a\"},\"$type\":\"thread\",\"Title\":\"b", "thread  a b")]
    [InlineData("Post", "{\"thread\":{\"reply\":{\"Text\":\"a\"},\"Title\":\"b\"}}", "thread  a b")]
    [InlineData("Block", "{\"text\":{\"text\":\"gro", "text gro  ")]
    [InlineData("Block", "{\"text\":{\"text\":\"a\",\"quote\":\"Soft\"", "text a Soft ")]
    [InlineData("Block", "{\"quote\":{\"text\":[\"a\",\"b", "quote   a+b")]
    [InlineData("Block", "{\"text\":\"a\",\"quote\":\"Soft\"", "   ")]
    [InlineData("Block", "{\"text\":\"a\",\"quote\":\"Soft\",\"$type\":\"text\"", "text a Soft ")]
    [InlineData("Block", "{\"quote\":null,\"text\":[\"a\"", "   ")]
    [InlineData("Mark", "{\"labels\":{\"labels\":[{\"key\":\"a\",\"value\":\"b\"}]", " ")]
    [InlineData("Mark", "{\"labels\":{\"labels\":[{\"key\":\"a\",\"value\":\"b\"}]}}", "labels a=b")]
    [InlineData("Mark", "{\"labels\":{\"labels\":\"b\"},\"$type\":\"labels\"}", "labels labels=b")]
    [InlineData("Odd", "{\"own\":{\"Text\":\"a", "own a  ")]
    [InlineData("Odd", "{\"partial\":{\"Text\":\"a\"}", "partial   a")]
    [InlineData("Odd", "{\"group\":{\"Text\":\"a\"}", "group  a ")]
    [InlineData("Evens", "{\"All\":[{\"Number\":2},{\"Number\":0},{\"Number\":3},{\"Number\":4}]", "2,0/2  ")]
    [InlineData("Evens", "{\"Best\":{\"Number\":0},\"ByName\":{\"a\":{\"Number\":2},\"b\":{\"Number\":1},\"c\":{\"Number\":4}}", "/0 0 a")]
    [InlineData("Evens", "{\"Best\":{\"Number\":1}", "/0  ")]
    public void What_has_arrived_is_shown(string method, string json, string expected) =>
        Assert.Equal(expected, Program.Value.GetType("Shop.Program", throwOnError: true)!.GetMethod(method)!.Invoke(null, [json]));
}
