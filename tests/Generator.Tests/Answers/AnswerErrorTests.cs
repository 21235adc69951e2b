using System.Text;
using TypedLlm.TypedAnswers;
using static TypedLlm.Generator.Tests.AnswerTypes.Shapes;

namespace TypedLlm.Generator.Tests.AnswerTypes;

/// <summary>Each answer that is refused says where, what was expected and what was found, and nothing of its text.</summary>
public sealed class AnswerErrorTests
{
    private const string Source = """
        using System.Text.Json.Serialization;

        public enum Level { Low, High }
        public sealed record Line(string Name, int Count, decimal Price, Level Level);
        public abstract record Figure;
        public sealed record Circle(double Radius) : Figure;
        public sealed record Square(double Side) : Figure;

        public sealed class Order
        {
            public string? Id { get; set; }
            public List<Line>? Lines { get; set; }
            public Dictionary<string, int>? Prices { get; set; }
            public Dictionary<int, int>? Numbers { get; set; }
            public Figure? Figure { get; set; }
            public char? Letter { get; set; }
            public byte? Small { get; set; }
            public double? Big { get; set; }
            public float? Single { get; set; }
            public bool? Flag { get; set; }
            public Guid? Key { get; set; }
            public DateTime? Moment { get; set; }
            public DateTimeOffset? Instant { get; set; }
            public DateOnly? Day { get; set; }
            public TimeOnly? Hour { get; set; }
            public TimeSpan? Span { get; set; }
            public Checked? Checked { get; set; }
        }

        public sealed class Checked
        {
            public int? Percent { get; set; }
            public decimal? Rate { get; set; }
            public ulong? Above { get; set; }
            public string? Code { get; set; }
            public string? Word { get; set; }
            public string[]? Tags { get; set; }
            public string? Slow { get; set; }

            public required Even Even { get; init; }
        }

        public readonly record struct Even
        {
            public Even(int half) => Half = half >= 0 ? half : throw new ArgumentOutOfRangeException(nameof(half));

            public int Half { get; }
        }
        """;

    private static readonly Lazy<EmittedType> Compiled = new(() => EmittedType.Compile(
        Source,
        Named("Order"),
        Object(
            "Order",
            Maybe("Id", TypeKind.String),
            Set("Lines", Nullable(List(Named("Line")))),
            Set("Prices", Nullable(Dictionary(Scalar(TypeKind.String), Scalar(TypeKind.Int32)))),
            Set("Numbers", Nullable(Dictionary(Scalar(TypeKind.Int32), Scalar(TypeKind.Int32)))),
            Set("Figure", Nullable(Named("Figure"))),
            Maybe("Letter", TypeKind.Char),
            Maybe("Small", TypeKind.Byte),
            Maybe("Big", TypeKind.Double),
            Maybe("Single", TypeKind.Single),
            Maybe("Flag", TypeKind.Boolean),
            Maybe("Key", TypeKind.Guid),
            Maybe("Moment", TypeKind.DateTime),
            Maybe("Instant", TypeKind.DateTimeOffset),
            Maybe("Day", TypeKind.DateOnly),
            Maybe("Hour", TypeKind.TimeOnly),
            Maybe("Span", TypeKind.TimeSpan),
            Set("Checked", Nullable(Named("Checked")))),
        Object(
            "Line",
            Member("Name", Scalar(TypeKind.String)),
            Member("Count", Scalar(TypeKind.Int32)),
            Member("Price", Scalar(TypeKind.Decimal)),
            Member("Level", Named("Level"))),
        Object(
            "Checked",
            Maybe("Percent", TypeKind.Int32, Constraint(ConstraintKind.Minimum, "0"), Constraint(ConstraintKind.Maximum, "100") with { Message = "a percentage" }),
            Maybe("Rate", TypeKind.Decimal, Constraint(ConstraintKind.ExclusiveMinimum, "0.1"), Constraint(ConstraintKind.ExclusiveMaximum, "0.3")),
            Maybe("Above", TypeKind.UInt64, Constraint(ConstraintKind.Minimum, "18446744073709551615")),
            Maybe("Code", TypeKind.String, Constraint(ConstraintKind.Pattern, "\"[A-Z]\\\\d+\"")),
            Maybe("Word", TypeKind.String, Constraint(ConstraintKind.Allowed, "\"a\"", "\"b\"")),
            Set("Tags", Nullable(Array(Scalar(TypeKind.String))), Constraint(ConstraintKind.MinLength, "1"), Constraint(ConstraintKind.MaxLength, "2")),
            Maybe("Slow", TypeKind.String, Constraint(ConstraintKind.Pattern, "\"(a+)+$\""), Constraint(ConstraintKind.MaxLength, "40")),
            Member("Even", Named("Even"), MemberSetting.Initializer)),
        Object("Even", Member("Half", Scalar(TypeKind.Int32))) with { IsValueType = true },
        Shapes.Enum("Level", "Low", "High"),
        Union("Figure", ("circle", "Circle"), ("square", "Square")),
        Object("Circle", Member("Radius", Scalar(TypeKind.Double))),
        Object("Square", Member("Side", Scalar(TypeKind.Double)))));

    private static readonly Lazy<EmittedType> Family = new(() => EmittedType.Compile(
        """
        public abstract record Figure;
        public sealed record Circle(double Radius) : Figure;
        public sealed record Square(double Side) : Figure;
        """,
        Named("Figure"),
        Union("Figure", ("circle", "Circle"), ("square", "Square")),
        Object("Circle", Member("Radius", Scalar(TypeKind.Double))),
        Object("Square", Member("Side", Scalar(TypeKind.Double)))));

    private static EmittedType Order => Compiled.Value;

    [Theory]
    [InlineData("[]", "$", "an object", "a list")]
    [InlineData("null", "$", "an object", "null")]
    [InlineData("""{"id":5}""", "$.id", "text", "a number")]
    [InlineData("""{"id":{}}""", "$.id", "text", "an object")]
    [InlineData("""{"id":"\ud800"}""", "$.id", "text", "text that is not Unicode")]
    [InlineData("""{"id":"a","id":"b"}""", "$.id", "each property once", "the same property twice")]
    [InlineData("""{"id":"a","\u0069d":"b"}""", "$[1]", "each property once", "the same property twice")]
    [InlineData("""{"lines":{}}""", "$.lines", "a list", "an object")]
    [InlineData("""{"lines":[null]}""", "$.lines[0]", "an object", "null")]
    [InlineData("""{"lines":[{"name":"a","count":1,"price":1,"level":"Low"},{"name":"b","count":1.5,"price":1,"level":"Low"}]}""", "$.lines[1].count", "a whole number from -2147483648 to 2147483647", "a number with a fraction")]
    [InlineData("""{"lines":[{"name":"a","count":1,"price":1}]}""", "$.lines[0].level", "a value", "nothing")]
    [InlineData("""{"lines":[{"level":"Lo","name":"a","count":1,"price":1}]}""", "$.lines[0].level", "one of Low, High (nearest: Low)", "another text")]
    [InlineData("""{"lines":[{"level":"low","name":"a","count":1,"price":1}]}""", "$.lines[0].level", "one of Low, High (nearest: Low)", "another text")]
    [InlineData("""{"lines":[{"level":1,"name":"a","count":1,"price":1}]}""", "$.lines[0].level", "one of Low, High", "a number")]
    [InlineData("""{"lines":[{"price":1e40}]}""", "$.lines[0].price", "a number that a decimal can hold", "a number")]
    [InlineData("""{"prices":5}""", "$.prices", "a list of pairs", "a number")]
    [InlineData("""{"prices":{"secret":1,"other":"x"}}""", "$.prices[1]", "a whole number from -2147483648 to 2147483647", "text")]
    [InlineData("""{"prices":{"secret":1,"secret":2}}""", "$.prices[1]", "each key once", "the same key twice")]
    [InlineData("""{"prices":[{"key":"secret","value":1},{"value":2,"key":"secret"}]}""", "$.prices[1]", "each key once", "the same key twice")]
    [InlineData("""{"prices":[{"key":"secret"}]}""", "$.prices[0].value", "a value", "nothing")]
    [InlineData("""{"prices":[5]}""", "$.prices[0]", "an object", "a number")]
    [InlineData("""{"numbers":{"secret":1}}""", "$.numbers[0]", "a key that is a number", "another key")]
    [InlineData("""{"numbers":{"1 ":1}}""", "$.numbers[0]", "a key that is a number", "another key")]
    [InlineData("""{"numbers":{"1.5":1}}""", "$.numbers[0]", "a whole number from -2147483648 to 2147483647", "a number with a fraction")]
    [InlineData("""{"figure":{}}""", "$.figure", "one of circle, square", "nothing")]
    [InlineData("""{"figure":{"oval":{}}}""", "$.figure", "one of circle, square", "another property")]
    [InlineData("""{"figure":{"squares":{}}}""", "$.figure", "one of circle, square (nearest: square)", "another property")]
    [InlineData("""{"figure":{"secret":{},"circle":{"radius":1}}}""", "$.figure", "one of circle, square", "another property")]
    [InlineData("""{"figure":{"lines":{}}}""", "$.figure", "one of circle, square", "another property")]
    [InlineData("""{"figure":{"radius":1,"$type":"oval"}}""", "$.figure.$type", "one of circle, square", "another name")]
    [InlineData("""{"figure":{"$type":true}}""", "$.figure.$type", "one of circle, square", "true or false")]
    [InlineData("""{"figure":{"$type":{"$type":"circle"}}}""", "$.figure.$type", "one of circle, square", "an object")]
    [InlineData("""{"figure":{"circle":{"radius":1},"square":{"side":1}}}""", "$.figure.square", "one case only", "another property")]
    [InlineData("""{"figure":{"circle":{"radius":1},"secret":{"side":1}}}""", "$.figure", "one case only", "another property")]
    [InlineData("""{"figure":{"circle":[]}}""", "$.figure.circle", "an object", "a list")]
    [InlineData("""{"figure":{"circle":{"radius":1},"side":"x","$type":"square"}}""", "$.figure.side", "a number that a double can hold", "text")]
    [InlineData("""{"letter":"ab"}""", "$.letter", "one character", "another text")]
    [InlineData("""{"letter":""}""", "$.letter", "one character", "another text")]
    [InlineData("""{"small":256}""", "$.small", "a whole number from 0 to 255", "a number")]
    [InlineData("""{"small":-1}""", "$.small", "a whole number from 0 to 255", "a number")]
    [InlineData("""{"small":"1"}""", "$.small", "a whole number from 0 to 255", "text")]
    [InlineData("""{"big":1e999}""", "$.big", "a number that a double can hold", "a number")]
    [InlineData("""{"single":1e300}""", "$.single", "a number that a float can hold", "a number")]
    [InlineData("""{"flag":"true"}""", "$.flag", "true or false", "text")]
    [InlineData("""{"key":"0b6f2a6c7a414c5e9a530d9e6f3f2a11"}""", "$.key", "a UUID of 8-4-4-4-12 digits", "another text")]
    [InlineData("""{"moment":"yesterday"}""", "$.moment", "a date and time such as 2026-02-03T14:30:00Z", "another text")]
    [InlineData("""{"moment":"2026-02-30T00:00:00"}""", "$.moment", "a date and time such as 2026-02-03T14:30:00Z", "another text")]
    [InlineData("""{"instant":"\udc00"}""", "$.instant", "a date and time with its offset such as 2026-02-03T14:30:00+01:00", "text that is not Unicode")]
    [InlineData("""{"instant":"2026-02-03T14:30:00"}""", "$.instant", "a date and time with its offset such as 2026-02-03T14:30:00+01:00", "another text")]
    [InlineData("""{"instant":"2026-02-03"}""", "$.instant", "a date and time with its offset such as 2026-02-03T14:30:00+01:00", "another text")]
    [InlineData("""{"day":"03.02.2026"}""", "$.day", "a date such as 2026-02-03", "another text")]
    [InlineData("""{"hour":"24:00"}""", "$.hour", "a time such as 14:30:00", "another text")]
    [InlineData("""{"span":"P1Y"}""", "$.span", "a duration such as P1DT2H30M, without years and months", "another text")]
    [InlineData("""{"span":"P99999999999999999999W"}""", "$.span", "a duration such as P1DT2H30M, without years and months", "another text")]
    [InlineData("""{"checked":{"percent":-1}}""", "$.checked.percent", "a number of at least 0", "a smaller number")]
    [InlineData("""{"checked":{"percent":101}}""", "$.checked.percent", "a percentage", "a larger number")]
    [InlineData("""{"checked":{"rate":0.1}}""", "$.checked.rate", "a number above 0.1", "a smaller number")]
    [InlineData("""{"checked":{"rate":0.3}}""", "$.checked.rate", "a number below 0.3", "a larger number")]
    [InlineData("""{"checked":{"above":18446744073709551614}}""", "$.checked.above", "a number of at least 18446744073709551615", "a smaller number")]
    [InlineData("""{"checked":{"code":"A1 secret"}}""", "$.checked.code", "text that matches \"[A-Z]\\\\d+\"", "another text")]
    [InlineData("""{"checked":{"word":"c"}}""", "$.checked.word", "one of \"a\", \"b\"", "another value")]
    [InlineData("""{"checked":{"tags":[]}}""", "$.checked.tags", "a list of at least 1 elements", "a shorter list")]
    [InlineData("""{"checked":{"tags":["","",""]}}""", "$.checked.tags", "a list of at most 2 elements", "a longer list")]
    [InlineData("""{"checked":{"slow":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"}}""", "$.checked.slow", "text that matches \"(a+)+$\"", "another text")]
    [InlineData("""{"checked":{"even":{"half":-1}}}""", "$.checked.even", "a value that Even takes", "one that makes it throw ArgumentOutOfRangeException")]
    [InlineData("""{"checked":{}}""", "$.checked.even", "a value", "nothing")]
    [InlineData("", "$", "JSON", "the end of the text")]
    [InlineData("""{"id":"a""", "$.id", "JSON", "the end of the text")]
    [InlineData("""{"id":"a","lines":[{"name":"b",""", "$.lines[0].name", "JSON", "the end of the text")]
    [InlineData("""Here you are: {"id":"a"}""", "$", "JSON", "text that is no JSON")]
    [InlineData("""{"id":"a",}""", "$.id", "JSON", "text that is no JSON")]
    [InlineData("""{"id":"a"} I hope that helps.""", "$", "JSON", "text that is no JSON")]
    public void What_is_wrong_is_named_exactly(string json, string path, string expected, string found)
    {
        var exception = Order.Refuses(json);
        Assert.Equal((path, expected, found), (exception.Path, exception.Expected, exception.Found));
        Assert.Equal(
            expected switch
            {
                "a percentage" => $"The answer has {found} at {path}: {expected}.",
                "JSON" when found == "the end of the text" => json.Length == 0 ? "The answer is empty." : $"The answer ends at {path}, before its JSON does.",
                "a value that Even takes" => $"The answer has a value at {path} that makes Even throw ArgumentOutOfRangeException. GetCause() has the exception.",
                _ => $"The answer has {found} at {path}; expected is {expected}.",
            },
            exception.Message);
        Assert.DoesNotContain("secret", exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"value":{"oval":{}}}""", "$.value", "another property")]
    [InlineData("""{"oval":{}}""", "$", "another property")]
    [InlineData("""{"value":{"$type":"oval"}}""", "$.value.$type", "another name")]
    [InlineData("""{"radius":1,"$type":"oval"}""", "$.$type", "another name")]
    public void A_family_that_is_the_whole_answer_is_no_list_either(string json, string path, string found)
    {
        var exception = Family.Value.Refuses(json);
        Assert.Equal((path, "one of circle, square", found), (exception.Path, exception.Expected, exception.Found));
    }

    [Fact]
    public void All_members_that_an_object_lacks_are_named()
    {
        var exception = Order.Refuses("""{"lines":[{"name":"a","Level":"Low"}]}""");
        Assert.Equal("$.lines[0].count", exception.Path);
        Assert.Equal("The answer has nothing at $.lines[0].count; expected is a value; missing beside it: price, level.", exception.Message);
    }

    [Fact]
    public void An_excerpt_shows_the_place_and_is_short()
    {
        var exception = Order.Refuses("""{"unknown":"x","id":12345}""");
        Assert.Contains("\"id\":12345", exception.GetExcerpt(), StringComparison.Ordinal);
        Assert.InRange(Order.Refuses($$"""{"id":[{{new string(' ', 100_000)}}""").GetExcerpt()!.Length, 1, 200);
    }

    [Fact]
    public void Depth_length_and_size_are_bounded()
    {
        Assert.Equal("more than 64 levels", Order.Refuses("{\"unknown\":" + new string('[', 100_000)).Found);
        Assert.Equal("at most 16777216 bytes", Order.Refuses(new string(' ', 16 * 1024 * 1024) + "{}").Expected);
        var many = new StringBuilder("{\"value\":[").Insert(10, "1,", 1_000_000).Append("1]}").ToString();
        Assert.Equal("at most 1000000 elements in all lists", EmittedType.Compile("", List(Scalar(TypeKind.Byte)) with { Type = "global::System.Collections.Generic.List<byte>" }).Refuses(many[9..^1]).Expected);
    }

    private static MemberShape Maybe(string name, TypeKind kind, params ValueConstraint[] constraints) =>
        Set(name, kind == TypeKind.String ? Nullable(Scalar(kind)) : NullableValue(Scalar(kind)), constraints);

    private static MemberShape Set(string name, TypeUse use, params ValueConstraint[] constraints) => Member(name, use, MemberSetting.Setter, constraints);
}
