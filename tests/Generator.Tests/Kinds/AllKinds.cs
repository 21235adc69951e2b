using static TypedLlm.Generator.Tests.Kinds.Kind;

namespace TypedLlm.Generator.Tests.Kinds;

/// <summary>Every kind of type that an answer can be, one by one.</summary>
internal static class AllKinds
{
    /// <summary>The types of another assembly.</summary>
    public const string Library = """
        using System;
        using System.Collections.Generic;
        using System.Text.Json.Serialization;

        namespace Library;

        public enum Color { Red, [JsonStringEnumMemberName("deep-blue")] Blue }

        public record Address(string Street, Color Color);

        public class Company(string name)
        {
            public string Name { get; } = name;
            public List<Address> Addresses { get; init; } = new();
            internal string Hidden { get; set; } = "";
        }

        public sealed record Page<T>(T[] Items, int Total);
        """;

    public const string Declarations = """"
        using System.Collections.Immutable;
        using System.Collections.ObjectModel;
        using System.ComponentModel;
        using System.ComponentModel.DataAnnotations;
        using System.Text.Json.Serialization;
        using Library;

        public enum Mood { Calm, Angry = 7 }
        public enum Unit : byte { [JsonStringEnumMemberName("per piece")] Piece, Kilogram, Same = Kilogram }

        public sealed partial record Line(string Item, decimal Price, int Count = 1);
        public sealed class ByConstructor(string text, int? number) { public string Text { get; } = text; public int? Number { get; } = number; }
        public sealed class ByRequired { public required string Text { get; set; } public required Mood Mood { get; init; } }
        public sealed record ByInit { public string Text { get; init; } = "unset"; public bool Flag { get; init; } }
        public sealed class BySetter { public string Text { get; set; } = ""; public List<int> Numbers { get; set; } = []; }
        public class Base { public int Id { get; set; } public virtual string Name { get; set; } = ""; }
        public sealed class Inherited : Base { public override string Name { get; set; } = ""; public bool IsNew { get; set; } }
        public sealed record Mixed(int Id) { public required string Text { get; init; } public string? Note { get; set; } }
        public struct Size { public int Width { get; set; } public int? Height { get; set; } }
        public readonly partial record struct Point(int X, int Y);
        public sealed record Nothing;
        public sealed record @class(int @event, string @string);

        public sealed record Nullables(
            bool? A, sbyte? B, byte? C, short? D, ushort? E, int? F, uint? G, long? H, ulong? I, float? J, double? K, decimal? L, string? M, char? N, Guid? O, Uri? P,
            DateTime? Q, DateTimeOffset? R, DateOnly? S, TimeOnly? T, TimeSpan? U, Mood? V, Point? W, Line? X, int[]? Y, Dictionary<string, int>? Z, Figure? Figure, ImmutableArray<int>? Fixed);

        public sealed partial record Node(string Name, Node? Next, List<Node> Children);
        public sealed record Left(Right? Other);
        public sealed record Right(Left? Other, Right[] More);

        [JsonPolymorphic]
        [JsonDerivedType(typeof(Circle), "circle"), JsonDerivedType(typeof(Square), "square"), JsonDerivedType(typeof(Group), "group")]
        public abstract partial record Figure;
        public sealed partial record Circle(double Radius) : Figure;
        public sealed record Square(int Side) : Figure;
        public sealed partial record Group(List<Figure> Figures, Figure? Main) : Figure;

        [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
        [JsonDerivedType(typeof(Mail), "mail"), JsonDerivedType(typeof(Call), "call")]
        public partial interface IContact;
        public sealed record Mail(string To) : IContact;
        public sealed partial class Call : IContact { public string Number { get; set; } = ""; }

        [JsonDerivedType(typeof(Pet), "pet"), JsonDerivedType(typeof(Dog), "dog")]
        public partial record Pet(string Name);
        public sealed record Dog(string Name, bool Barks) : Pet(Name);

        [JsonDerivedType(typeof(Mark), "mark")]
        public abstract record Sign;
        public sealed record Mark(string Text) : Sign;

        public sealed partial record Holder(Figure Figure, IContact? Contact, Pet[] Pets);
        public sealed record Lookup(Dictionary<string, Line> ByName, IReadOnlyDictionary<Mood, string?> ByMood, SortedDictionary<int, Point> ByNumber, ImmutableDictionary<Guid, bool>? ById);
        public sealed record Lists(
            int[] A, List<string> B, IEnumerable<Point> C, IReadOnlyCollection<Mood> D, ISet<int> E, HashSet<string> F, SortedSet<int> G, ImmutableArray<decimal> H, ImmutableList<Line> I,
            ImmutableHashSet<char> J, Collection<bool> K, int?[] L, List<List<string?>> M);
        public sealed record Sorted(ImmutableSortedDictionary<Mood, Point>? ByMood, IImmutableQueue<Line> Waiting, Queue<int?>? Numbers, SortedSet<Mood> Moods);

        public sealed record Box<T>(T Content, Box<T>? Inner);
        public sealed record Pair<TFirst, TSecond>(TFirst First, TSecond Second);

        [LlmAnswer(Naming = LlmNaming.CamelCase)] public sealed record Camel(string FirstName, int XCount, Snake LastPart);
        [LlmAnswer(Naming = LlmNaming.SnakeCase)] public sealed record Snake(string FirstName, Kebab? Rest);
        [LlmAnswer(Naming = LlmNaming.KebabCase)] public sealed record Kebab(string FirstName, [property: JsonPropertyName("other")] int LastNumber);

        public sealed class Marked
        {
            public Marked() { }

            [JsonConstructor] public Marked(int id) => Id = id;

            [JsonPropertyOrder(2)] public int Id { get; }
            [JsonPropertyOrder(1), JsonPropertyName("the \"name\"")] public string Name { get; set; } = "";
            [JsonInclude] internal string Inside { get; set; } = "";
            [JsonIgnore] public object? Ignored { get; set; }
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Note { get; set; }
            public int Computed => Id + 1;
            public static int Shared { get; set; }
            private string Secret { get; set; } = "";
        }

        [Description("An order of one customer")]
        public sealed record Described([property: Description("The number on the paper")] int Number, [Description("How it went")] Mood Mood, Point? Place);

        public sealed record Annotated(
            [property: Range(1, 5)] int Stars,
            [Range(0.5, 1.5, MinimumIsExclusive = true)] double Factor,
            [property: Range(typeof(decimal), "0", "99.99")] decimal Price,
            [property: StringLength(500, MinimumLength = 1)] string Text,
            [property: MinLength(1), MaxLength(3)] string[] Tags,
            [property: Length(1, 2)] List<int> Numbers,
            [property: RegularExpression("^[A-Z]{2}-[0-9]{4}$")] string Code,
            [property: AllowedValues("red", "green")] string Color,
            [property: AllowedValues(1, 2, 3)] int Level,
            [property: Required] string? Needed);
        """";

    public static IReadOnlyList<Kind> All { get; } =
    [
        // Scalars, by themselves.
        Value("bool", "true"),
        Value("sbyte", "-128"),
        Value("byte", "255"),
        Value("short", "-32768"),
        Value("ushort", "65535"),
        Value("int", "-2147483648"),
        Value("uint", "4294967295"),
        Value("long", "-9223372036854775808"),
        Value("ulong", "18446744073709551615"),
        Value("float", "1.5"),
        Value("double", "-2.5E-300"),
        Value("decimal", "79228162514264337593543950335"),
        Value("char", "\"\\u00E9\""),
        Value("Guid", "\"0b6f2a6c-7a41-4c5e-9a53-0d9e6f3f2a11\""),
        Value("Uri", "\"https://example.com/a?b=c\""),
        Value("DateTime", "\"2026-02-03T14:30:00.1234567\""),
        Value("DateTimeOffset", "\"2026-02-03T14:30:00+01:30\""),
        Value("DateOnly", "\"2026-02-03\""),
        Value("TimeOnly", "\"14:30:05\""),
        Value("TimeSpan", "\"P1DT2H3M4.0000005S\"", "\"1.02:03:04.0000005\""),
        Value("Mood", "\"Angry\""),
        Value("Unit", "\"per piece\""),
        Value("int?", "null"),
        Value("decimal?", "1.10"),
        Value("Mood?", "\"Calm\""),
        Value("Guid?", "null"),
        Value("Point?", "{\"X\":1,\"Y\":2}") with { HasView = true },

        // Lists, by themselves.
        Items("int[]", "[3,1,2]"),
        Items("int?[]", "[3,null]"),
        Items("int[][]", "[[1],[],[2,3]]"),
        Items("List<string>", "[\"a\",\"\"]"),
        Items("IReadOnlyList<Line>", "[{\"Item\":\"tea\",\"Price\":1.50,\"Count\":2}]"),
        Items("IEnumerable<Mood>", "[\"Calm\",\"Angry\"]"),
        Items("HashSet<Guid>", "[\"0b6f2a6c-7a41-4c5e-9a53-0d9e6f3f2a11\"]"),
        Items("ISet<int>", "[2,2,1]", "[2,1]"),
        Items("SortedSet<int>", "[2,2,1]", "[1,2]"),
        Items("ImmutableArray<decimal>", "[0.10]"),
        Items("ImmutableList<Point>", "[{\"X\":1,\"Y\":2}]"),
        Items("ImmutableHashSet<char>", "[\"a\"]"),
        Items("ImmutableSortedSet<int>", "[2,2,1]", "[1,2]"),
        Items("ImmutableQueue<string>", "[\"b\",\"a\"]"),
        Items("Queue<Line>", "[{\"Item\":\"tea\",\"Price\":1.50,\"Count\":2}]"),
        Items("ImmutableSortedDictionary<string, int>", "[{\"key\":\"b\",\"value\":1},{\"key\":\"a\",\"value\":2}]", "{\"a\":2,\"b\":1}") with { SaysLess = true },
        Items("Collection<bool>", "[true,false]"),
        Items("Figure[]", "[{\"circle\":{\"Radius\":1}},{\"square\":{\"Side\":2}}]", "[{\"$type\":\"circle\",\"Radius\":1},{\"$type\":\"square\",\"Side\":2}]"),
        Items("Dictionary<string, int>", "[{\"key\":\"a\",\"value\":1},{\"key\":\"b c\",\"value\":2}]", "{\"a\":1,\"b c\":2}"),
        Items("IReadOnlyDictionary<Mood, Line?>", "[{\"key\":\"Angry\",\"value\":null}]", "{\"Angry\":null}") with { SaysLess = true },
        Items("Dictionary<bool, int>", "[{\"key\":true,\"value\":1},{\"key\":false,\"value\":2}]", "{\"True\":1,\"False\":2}") with { SaysLess = true },
        Items("ImmutableDictionary<int, string>", "[{\"key\":-5,\"value\":\"x\"}]", "{\"-5\":\"x\"}"),

        // Objects, by how they are made.
        new("Line", "{\"Item\":\"tea\",\"Price\":1.50,\"Count\":2}") { HasView = true },
        new("ByConstructor", "{\"Text\":\"a\",\"Number\":null}"),
        new("ByRequired", "{\"Text\":\"a\",\"Mood\":\"Calm\"}"),
        new("ByInit", "{\"Text\":\"a\",\"Flag\":true}"),
        new("BySetter", "{\"Text\":\"a\",\"Numbers\":[1]}"),
        new("Inherited", "{\"Id\":1,\"Name\":\"a\",\"IsNew\":true}", "{\"Name\":\"a\",\"IsNew\":true,\"Id\":1}"),
        new("Mixed", "{\"Id\":1,\"Text\":\"a\",\"Note\":null}"),
        new("Size", "{\"Width\":1,\"Height\":null}"),
        new("Point", "{\"X\":1,\"Y\":2}") { HasView = true },
        new("Nothing", "{}"),
        new("@class", "{\"event\":1,\"string\":\"a\"}"),
        new("Line?", "{\"Item\":\"tea\",\"Price\":1,\"Count\":0}") { Wrapper = "value", HasView = true },
        new("BySetter?", "{\"Text\":\"a\",\"Numbers\":[]}") { Wrapper = "value" },

        // Objects, by what is in them.
        new("Nullables", """
            {"A":true,"B":1,"C":1,"D":1,"E":1,"F":1,"G":1,"H":1,"I":1,"J":1,"K":1,"L":1,"M":"m","N":"n","O":"0b6f2a6c-7a41-4c5e-9a53-0d9e6f3f2a11","P":"https://example.com","Q":"2026-02-03T14:30:00Z",
            "R":"2026-02-03T14:30:00Z","S":"2026-02-03","T":"14:30:00","U":"PT5M","V":"Calm","W":{"X":1,"Y":2},"X":{"Item":"tea","Price":1,"Count":1},"Y":[1],"Z":[{"key":"z","value":1}],
            "Figure":{"square":{"Side":1}},"Fixed":[1]}
            """, """
            {"A":true,"B":1,"C":1,"D":1,"E":1,"F":1,"G":1,"H":1,"I":1,"J":1,"K":1,"L":1,"M":"m","N":"n","O":"0b6f2a6c-7a41-4c5e-9a53-0d9e6f3f2a11","P":"https://example.com","Q":"2026-02-03T14:30:00Z","R":"2026-02-03T14:30:00+00:00","S":"2026-02-03","T":"14:30:00","U":"00:05:00","V":"Calm","W":{"X":1,"Y":2},"X":{"Item":"tea","Price":1,"Count":1},"Y":[1],"Z":{"z":1},"Figure":{"$type":"square","Side":1},"Fixed":[1]}
            """),
        new("Node", "{\"Name\":\"a\",\"Next\":{\"Name\":\"b\",\"Next\":null,\"Children\":[]},\"Children\":[{\"Name\":\"c\",\"Next\":null,\"Children\":[]}]}") { HasView = true },
        new("Left", "{\"Other\":{\"Other\":{\"Other\":null},\"More\":[{\"Other\":null,\"More\":[]}]}}"),
        new("Holder", "{\"Figure\":{\"group\":{\"Figures\":[{\"circle\":{\"Radius\":1}}],\"Main\":null}},\"Contact\":{\"call\":{\"Number\":\"1\"}},\"Pets\":[{\"pet\":{\"Name\":\"a\"}},{\"dog\":{\"Name\":\"b\",\"Barks\":true}}]}",
            "{\"Figure\":{\"$type\":\"group\",\"Figures\":[{\"$type\":\"circle\",\"Radius\":1}],\"Main\":null},\"Contact\":{\"kind\":\"call\",\"Number\":\"1\"},\"Pets\":[{\"$type\":\"pet\",\"Name\":\"a\"},{\"$type\":\"dog\",\"Barks\":true,\"Name\":\"b\"}]}") { HasView = true },
        new("Lookup", "{\"ByName\":[{\"key\":\"a\",\"value\":{\"Item\":\"tea\",\"Price\":1,\"Count\":1}}],\"ByMood\":[{\"key\":\"Calm\",\"value\":null}],\"ByNumber\":[{\"key\":2,\"value\":{\"X\":1,\"Y\":2}}],\"ById\":null}",
            "{\"ByName\":{\"a\":{\"Item\":\"tea\",\"Price\":1,\"Count\":1}},\"ByMood\":{\"Calm\":null},\"ByNumber\":{\"2\":{\"X\":1,\"Y\":2}},\"ById\":null}") { SaysLess = true },
        new("Lists", "{\"A\":[1],\"B\":[\"b\"],\"C\":[{\"X\":1,\"Y\":2}],\"D\":[\"Calm\"],\"E\":[1],\"F\":[\"f\"],\"G\":[2,1],\"H\":[1.0],\"I\":[],\"J\":[\"j\"],\"K\":[true],\"L\":[null],\"M\":[[\"m\",null],[]]}",
            "{\"A\":[1],\"B\":[\"b\"],\"C\":[{\"X\":1,\"Y\":2}],\"D\":[\"Calm\"],\"E\":[1],\"F\":[\"f\"],\"G\":[1,2],\"H\":[1.0],\"I\":[],\"J\":[\"j\"],\"K\":[true],\"L\":[null],\"M\":[[\"m\",null],[]]}"),

        new("Sorted", "{\"ByMood\":[{\"key\":\"Angry\",\"value\":{\"X\":1,\"Y\":2}}],\"Waiting\":[],\"Numbers\":[2,null],\"Moods\":[\"Angry\",\"Calm\"]}",
            "{\"ByMood\":{\"Angry\":{\"X\":1,\"Y\":2}},\"Waiting\":[],\"Numbers\":[2,null],\"Moods\":[\"Calm\",\"Angry\"]}") { SaysLess = true },

        // Families by themselves.
        Value("Figure", "{\"circle\":{\"Radius\":1}}", "{\"$type\":\"circle\",\"Radius\":1}") with { HasView = true },
        Value("IContact", "{\"mail\":{\"To\":\"a\"}}", "{\"kind\":\"mail\",\"To\":\"a\"}") with { HasView = true },
        Value("Pet", "{\"pet\":{\"Name\":\"a\"}}", "{\"$type\":\"pet\",\"Name\":\"a\"}") with { HasView = true },
        Value("Sign", "{\"mark\":{\"Text\":\"a\"}}", "{\"$type\":\"mark\",\"Text\":\"a\"}"),
        new("Dog", "{\"Name\":\"a\",\"Barks\":true}", "{\"Barks\":true,\"Name\":\"a\"}"),

        // Generic types, and types of another assembly.
        new("Box<int>", "{\"Content\":1,\"Inner\":{\"Content\":2,\"Inner\":null}}"),
        new("Box<Box<string>>", "{\"Content\":{\"Content\":\"a\",\"Inner\":null},\"Inner\":null}"),
        new("Pair<Mood?, List<Point>>", "{\"First\":null,\"Second\":[{\"X\":1,\"Y\":2}]}"),
        new("KeyValuePair<string, int>", "{\"Key\":\"a\",\"Value\":1}"),
        new("Company", "{\"Name\":\"a\",\"Addresses\":[{\"Street\":\"s\",\"Color\":\"deep-blue\"}]}"),
        new("Page<Address>", "{\"Items\":[{\"Street\":\"s\",\"Color\":\"Red\"}],\"Total\":1}"),
        Value("Color", "\"deep-blue\""),

        // What attributes change.
        new("Camel", "{\"firstName\":\"a\",\"xCount\":1,\"lastPart\":{\"first_name\":\"b\",\"rest\":{\"first-name\":\"c\",\"other\":2}}}"),
        new("Snake", "{\"first_name\":\"b\",\"rest\":null}"),
        new("Kebab", "{\"first-name\":\"c\",\"other\":2}"),
        new("Marked", "{\"Inside\":\"i\",\"Note\":\"n\",\"the \\u0022name\\u0022\":\"a\",\"Id\":1}", "{\"Inside\":\"i\",\"Note\":\"n\",\"Computed\":2,\"the \\u0022name\\u0022\":\"a\",\"Id\":1}"),
        new("Described", "{\"Number\":1,\"Mood\":\"Calm\",\"Place\":null}"),
        new("Annotated", "{\"Stars\":5,\"Factor\":0.75,\"Price\":99.99,\"Text\":\"t\",\"Tags\":[\"a\"],\"Numbers\":[1],\"Code\":\"AB-1234\",\"Color\":\"red\",\"Level\":3,\"Needed\":\"n\"}") { SaysLess = true },
    ];
}
