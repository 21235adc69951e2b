using TypedLlm.TypedAnswers;
using static TypedLlm.Generator.Tests.AnswerTypes.Shapes;

namespace TypedLlm.Generator.Tests.AnswerTypes;

/// <summary>A type with a member of each kind, set in each way.</summary>
internal static class EverythingType
{
    private const string Source = """
        using System.Collections.Immutable;
        using System.Linq;
        using System.Text.Json.Serialization;

        public enum Level { Low, High }

        [JsonPolymorphic]
        [JsonDerivedType(typeof(Circle), "circle")]
        [JsonDerivedType(typeof(Square), "square")]
        public abstract record Figure;
        public sealed record Circle(double Radius) : Figure;
        public sealed record Square(int Side, Figure? Inner) : Figure;

        public readonly record struct Point(int X, int Y);

        public struct Size
        {
            public int Width { get; set; }
            public int? Height { get; set; }
        }

        public sealed class Bag : System.Collections.ObjectModel.Collection<string>;

        public sealed class Everything(string text, bool flag)
        {
            public string Text { get; } = text;
            public bool Flag { get; } = flag;
            public required char Letter { get; init; }
            public sbyte Number0 { get; set; }
            public byte Number1 { get; set; }
            public short Number2 { get; set; }
            public ushort Number3 { get; set; }
            public int Number4 { get; set; }
            public uint Number5 { get; set; }
            public long Number6 { get; set; }
            public ulong Number7 { get; set; }
            public float Number8 { get; set; }
            public double Number9 { get; set; }
            public decimal Number10 { get; set; }
            public Guid Id { get; set; }
            public Uri Link { get; set; } = new("https://example.com");
            public DateTime Moment { get; set; }
            public DateTimeOffset Instant { get; set; }
            public DateOnly Day { get; set; }
            public TimeOnly Hour { get; set; }
            public TimeSpan Span { get; set; }
            public Level Level { get; init; }
            public Level? MaybeLevel { get; set; }
            public int? MaybeNumber { get; init; }
            public string? MaybeText { get; set; } = "unset";
            public Point Place { get; set; }
            public Point? MaybePlace { get; set; }
            public Size Size { get; set; }
            public Figure Figure { get; set; } = new Circle(0);
            public Everything? Next { get; set; }
            public string[] Array { get; set; } = [];
            public int[][] Nested { get; set; } = [];
            public IReadOnlyList<Point> List { get; set; } = [];
            public List<int?>? MaybeList { get; set; }
            public ISet<int> Set { get; set; } = new HashSet<int>();
            public ImmutableArray<string> Fixed { get; set; } = [];
            public ImmutableList<Figure> Figures { get; set; } = [];
            public ImmutableHashSet<Level> Levels { get; set; } = [];
            public Bag Bag { get; set; } = [];
            public Dictionary<string, int> Counts { get; set; } = [];
            public IReadOnlyDictionary<Level, string?> ByLevel { get; set; } = new Dictionary<Level, string?>();
            public ImmutableDictionary<int, Point> ByNumber { get; set; } = ImmutableDictionary<int, Point>.Empty;
            public SortedDictionary<Guid, bool> ById { get; set; } = [];
        }
        """;

    private const string Generic = "global::System.Collections.Generic";
    private const string Immutable = "global::System.Collections.Immutable";

    private static readonly Lazy<EmittedType> Compiled = new(() => EmittedType.Compile(Source, Named("Everything"), Types()));

    public static EmittedType Emitted => Compiled.Value;

    private static NamedShape[] Types() =>
    [
        Object("Everything", Members()),
        Object("Circle", Member("Radius", Scalar(TypeKind.Double))),
        Object("Square", Member("Side", Scalar(TypeKind.Int32)), Member("Inner", Nullable(Named("Figure")))),
        Union("Figure", ("circle", "Circle"), ("square", "Square")),
        Object("Point", Member("X", Scalar(TypeKind.Int32)), Member("Y", Scalar(TypeKind.Int32))) with { IsValueType = true },
        Object("Size", Set("Width", Scalar(TypeKind.Int32)), Set("Height", NullableValue(Scalar(TypeKind.Int32)))) with { IsValueType = true },
        Shapes.Enum("Level", "Low", "High"),
    ];

    private static MemberShape[] Members()
    {
        var text = Scalar(TypeKind.String);
        var number = Scalar(TypeKind.Int32);
        return
        [
            Member("Text", text),
            Member("Flag", Scalar(TypeKind.Boolean)),
            Init("Letter", Scalar(TypeKind.Char)),
            .. Enumerable.Range(0, 11).Select(index => Set($"Number{index}", Scalar(TypeKind.SByte + index))),
            Set("Id", Scalar(TypeKind.Guid)),
            Set("Link", Scalar(TypeKind.Uri)),
            Set("Moment", Scalar(TypeKind.DateTime)),
            Set("Instant", Scalar(TypeKind.DateTimeOffset)),
            Set("Day", Scalar(TypeKind.DateOnly)),
            Set("Hour", Scalar(TypeKind.TimeOnly)),
            Set("Span", Scalar(TypeKind.TimeSpan)),
            Init("Level", Named("Level")),
            Set("MaybeLevel", NullableValue(Named("Level"))),
            Init("MaybeNumber", NullableValue(number)),
            Set("MaybeText", Nullable(text)),
            Set("Place", Named("Point")),
            Set("MaybePlace", NullableValue(Named("Point"))),
            Set("Size", Named("Size")),
            Set("Figure", Named("Figure")),
            Set("Next", Nullable(Named("Everything"))),
            Set("Array", Array(text)),
            Set("Nested", Array(Array(number))),
            Set("List", Collection(CollectionKind.List, $"{Generic}.IReadOnlyList", Named("Point"))),
            Set("MaybeList", Nullable(List(NullableValue(number)))),
            Set("Set", Collection(CollectionKind.HashSet, $"{Generic}.ISet", number)),
            Set("Fixed", Collection(CollectionKind.ImmutableArray, $"{Immutable}.ImmutableArray", text)),
            Set("Figures", Collection(CollectionKind.ImmutableList, $"{Immutable}.ImmutableList", Named("Figure"))),
            Set("Levels", Collection(CollectionKind.ImmutableHashSet, $"{Immutable}.ImmutableHashSet", Named("Level"))),
            Set("Bag", new TypeUse(TypeKind.List, "global::Shop.Bag") { Element = text, Collection = CollectionKind.Addable }),
            Set("Counts", Dictionary(text, number)),
            Set("ByLevel", Dictionary(Named("Level"), Nullable(text)) with { Type = $"{Generic}.IReadOnlyDictionary<global::Shop.Level, string?>" }),
            Set("ByNumber", Dictionary(number, Named("Point")) with { Type = $"{Immutable}.ImmutableDictionary<int, global::Shop.Point>", Collection = CollectionKind.ImmutableDictionary }),
            Set("ById", Dictionary(Scalar(TypeKind.Guid), Scalar(TypeKind.Boolean)) with { Type = $"{Generic}.SortedDictionary<global::System.Guid, bool>", Collection = CollectionKind.Addable }),
        ];
    }

    private static MemberShape Set(string name, TypeUse use) => Member(name, use, MemberSetting.Setter);

    private static MemberShape Init(string name, TypeUse use) => Member(name, use, MemberSetting.Initializer);
}
