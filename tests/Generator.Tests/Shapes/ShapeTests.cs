using TypedLlm.TypedAnswers;

namespace TypedLlm.Generator.Tests.Shapes;

/// <summary>What generated code is told of a type.</summary>
public sealed class ShapeTests
{
    [Fact]
    public void Members_say_how_they_are_set()
    {
        var shape = Object("""
            public class Answer
            {
                [JsonConstructor] internal Answer(string name, int count = 3, DayOfWeek day = DayOfWeek.Friday) => (Name, Count, Day) = (name, count, day);
                public int Free { get; set; }
                public int Fixed { get; init; }
                public required string Must { get; set; }
                public DayOfWeek Day { get; }
                public int Count { get; }
                public string Name { get; }
                public required int Double { get; set; }
            }
            """);

        Assert.Equal(
            ["Free Setter", "Fixed Initializer", "Must Initializer", "Day Constructor", "Count Constructor", "Name Constructor", "Double Initializer"],
            shape.Members.Select(member => $"{member.Name} {member.Setting}"));
        Assert.Equal(["Name", "Count", "Day"], shape.ConstructorMembers.Select(index => shape.Members[index].Name));
        Assert.Equal([null, null, null, "(global::System.DayOfWeek)(5)", "3", null, null], shape.Members.Select(member => member.Default));
    }

    [Theory]
    [InlineData("WhenWritingDefault", "public int Value { get; init; }", "default")]
    [InlineData("WhenWritingDefault", "public DayOfWeek Value { get; init; }", "default")]
    [InlineData("WhenWritingDefault", "public int Value { get; }", "5", "public Answer(int value = 5) => Value = value;")]
    [InlineData("WhenWritingDefault", "[Range(0, 5)] public int Value { get; init; }", "default")]
    [InlineData("WhenWritingDefault", "[AllowedValues(0, 5)] public int Value { get; init; }", "default")]
    [InlineData("WhenWritingDefault", "[AllowedValues(1, 5)] public int Value { get; init; }", null)]
    [InlineData("WhenWritingDefault", "[Range(1, 5)] public int Value { get; init; }", null)]
    [InlineData("WhenWritingDefault", "[Range(-5, -1)] public int Value { get; init; }", null)]
    [InlineData("WhenWritingDefault", "[Range(0, 5, MinimumIsExclusive = true)] public double Value { get; init; }", null)]
    [InlineData("WhenWritingDefault", "[Range(-5, 0, MaximumIsExclusive = true)] public double Value { get; init; }", null)]
    [InlineData("WhenWritingDefault", "public string Value { get; init; } = \"\";", null)]
    [InlineData("WhenWritingDefault", "public bool Value { get; init; }", "default")]
    [InlineData("WhenWritingDefault", "public char Value { get; init; }", "default")]
    [InlineData("WhenWritingDefault", "public decimal Value { get; init; }", "default")]
    [InlineData("WhenWritingDefault", "public Guid Value { get; init; }", "default")]
    [InlineData("WhenWritingDefault", "public DateTimeOffset Value { get; init; }", "default")]
    [InlineData("WhenWritingDefault", "public TimeSpan Value { get; init; }", "default")]
    [InlineData("WhenWritingDefault", "public Level Value { get; init; }", "default", "public enum Level : byte { Low = 1, None = 0 }")]
    [InlineData("WhenWritingDefault", "public Level Value { get; init; }", null, "public enum Level { Low = 1, High = 2 }")]
    [InlineData("WhenWritingDefault", "public Level Value { get; init; }", null, "public enum Level { [Obsolete(\"\", true)] None, Low }")]
    [InlineData("WhenWritingDefault", "public Level Value { get; set; } = Level.Low;", null, "public enum Level : ulong { Low = 1 }")]
    [InlineData("WhenWritingDefault", "public ImmutableArray<int> Value { get; init; }", null)]
    [InlineData("WhenWritingDefault", "public Point Value { get; init; }", null, "public record struct Point(int X, int Y);")]
    [InlineData("WhenWritingNull", "public string Value { get; init; } = \"\";", null)]
    [InlineData("WhenWritingDefault", "[Required] public int? Value { get; init; }", null)]
    [InlineData("Never", "public int Value { get; init; }", null)]
    public void A_default_that_is_not_written_is_what_a_missing_value_stands_for(string condition, string member, string? expected, string constructor = "") =>
        Assert.Equal(expected, Object($"public class Answer {{ {constructor} [JsonIgnore(Condition = JsonIgnoreCondition.{condition})] {member} }}").Members[0].Default);

    [Fact]
    public void A_constructor_that_leaves_a_required_member_has_it_set_again()
    {
        var shape = Object("public class Answer(string name, string other) { public required string Name { get; set; } = name; public string Other { get; } = other; }");

        Assert.Equal([MemberSetting.Initializer, MemberSetting.Constructor], shape.Members.Select(member => member.Setting));
        Assert.Equal([0, 1], shape.ConstructorMembers);
    }

    [Theory]
    [InlineData("public new string Name() => \"\";", "Id Last")]
    [InlineData("public static new int Name { get; set; }", "Id Last")]
    [InlineData("public new string Name { set { } }", "Id Last")]
    [InlineData("public new class Name;", "Id Last")]
    [InlineData("public new int Name { get; set; }", "Name Id Last")]
    [InlineData("private new string Name() => \"\";", "Name Id Last")]
    [InlineData("public override string Name { set { } }", "Name Id Last")]
    public void What_is_hidden_by_something_else_is_no_member(string member, string expected) => Assert.Equal(
        expected,
        string.Join(' ', Object($"public class Base {{ public virtual string Name {{ get; set; }} = \"\"; public int Id {{ get; set; }} }} public class Answer : Base {{ {member} public int Last {{ get; set; }} }}")
            .Members.Select(found => found.Name)));

    [Fact]
    public void Two_checks_of_one_name_are_told_apart_by_their_parameter()
    {
        var shape = Object("""
            public interface IDated { }
            public record Answer(int Value) : IDated
            {
                [Validate] public static void Check(IDated value, LlmValidation validation) { }
                [Validate] public static void Check(in Answer value, LlmValidation validation) { }
                [Validate] public static void Check(Answer value, LlmValidation validation) { }
            }
            """);

        Assert.Equal(
            [new("global::Answer.Check", "Answer.Check", "global::IDated", false), new("global::Answer.Check", "Answer.Check", "global::Answer", true), new("global::Answer.Check", "Answer.Check", "global::Answer", false)],
            shape.Validators.ToArray());
    }

    [Theory]
    [InlineData("string?", nameof(TypeKind.String), true, false)]
    [InlineData("int?", nameof(TypeKind.Int32), true, true)]
    [InlineData("int", nameof(TypeKind.Int32), false, false)]
    [InlineData("global::Line", nameof(TypeKind.Named), false, false)]
    [InlineData("global::Line?", nameof(TypeKind.Named), true, false)]
    [InlineData("global::System.DayOfWeek?", nameof(TypeKind.Named), true, true)]
    [InlineData("global::System.Collections.Generic.List<string?>", nameof(TypeKind.List), false, false)]
    public void A_use_is_code_with_its_nullability(string type, string kind, bool isNullable, bool isNullableValue)
    {
        var use = AnswerTypes.ShapeOf(type, "public record Line(int Value);").Root;

        Assert.Equal((kind, type, isNullable, isNullableValue), (use.Kind.ToString(), use.Type, use.IsNullable, use.IsNullableValue));
    }

    [Fact]
    public void Closings_with_and_without_null_are_two_types()
    {
        var shape = AnswerTypes.ShapeOf("Answer", "public record Answer(Page<string> One, Page<string?> Two); public record Page<T>(T Item);");

        Assert.Equal(["global::Answer", "global::Page<string>", "global::Page<string?>"], shape.Types.Select(type => type.Type));
        Assert.Equal([false, true], shape.Types.Skip(1).Select(type => ((ObjectShape)type).Members[0].Use.IsNullable));
    }

    [Theory]
    [InlineData("public partial record Answer(int Value);", true)]
    [InlineData("public record Answer(int Value);", false)]
    [InlineData("public partial class Outer { public partial record Answer(int Value); }", true)]
    [InlineData("public class Outer { public partial record Answer(int Value); }", false)]
    public void Only_types_that_are_partial_all_the_way_can_have_partials(string source, bool can) =>
        Assert.Equal(can, ((ObjectShape)Assert.Single(AnswerTypes.ShapeOf(source.Contains("Outer", StringComparison.Ordinal) ? "Outer.Answer" : "Answer", source).Types)).Partial is not null);

    [Fact]
    public void A_family_and_its_base_as_one_of_its_types_are_two_shapes()
    {
        var shape = AnswerTypes.ShapeOf("Shape", "[JsonDerivedType(typeof(Shape), \"shape\"), JsonDerivedType(typeof(Circle), \"circle\")] public record Shape; public record Circle : Shape;");

        Assert.Equal(["UnionShape global::Shape", "ObjectShape global::Shape", "ObjectShape global::Circle"], shape.Types.Select(type => $"{type.GetType().Name} {type.Type}"));
    }

    [Fact]
    public void Annotations_are_literals_with_their_message()
    {
        var shape = Object("""
            public record Answer(
                [Range(0.5, double.PositiveInfinity, ErrorMessage = "Too little.")] double Amount,
                [RegularExpression("\\d+\"")] string Text,
                [AllowedValues(DayOfWeek.Monday)] DayOfWeek Day,
                [AllowedValues('a', '"')] char Letter);
            """);

        Assert.Equal(
            ["Minimum 0.5 Too little.", """Pattern "\\d+\"" """, "Allowed global::System.DayOfWeek.Monday ", """Allowed "a","\"" """],
            shape.Members.SelectMany(member => member.Constraints).Select(constraint => $"{constraint.Kind} {string.Join(',', constraint.Arguments)} {constraint.Message}"));
    }

    [Theory]
    [InlineData("[Range(1, 5, ErrorMessage = \"{0} must be {1}..{2}.\")] int Stars", "Stars must be 1..5.")]
    [InlineData("[Range(typeof(decimal), \"0.5\", \"2\", ErrorMessage = \"{0}: {1}..{2}\")] decimal Stars", "Stars: 0.5..2")]
    [InlineData("[StringLength(9, MinimumLength = 2, ErrorMessage = \"{2} to {1}\")] string Stars", "2 to 9")]
    [InlineData("[MaxLength(3, ErrorMessage = \"{0}: {1}\")] string[] Stars", "Stars: 3")]
    [InlineData("[RegularExpression(\"a+\", ErrorMessage = \"{{{0}}} {1}\")] string Stars", "{Stars} a+")]
    [InlineData("[AllowedValues(1, 2, ErrorMessage = \"{0}!\")] int Stars", "Stars!")]
    [InlineData("[Required(ErrorMessage = \"Say {1}.\")] string Stars", null)]
    [InlineData("[Required(ErrorMessage = \"Say {it.\")] string Stars", null)]
    public void A_message_is_filled_or_left_out(string member, string? message) =>
        Assert.All(Object($"public record Answer({member});").Members[0].Constraints, constraint => Assert.Equal(message, constraint.Message));

    [Fact]
    public void Attributes_of_a_parameter_are_those_of_its_member()
    {
        var member = Assert.Single(Object("public record Answer([StreamAtomic, Description(\"Text.\"), StringLength(3)] string Text);").Members);

        Assert.True(member.IsAtomic);
        Assert.Equal("Text.", member.Description);
        Assert.Equal(ConstraintKind.MaxLength, Assert.Single(member.Constraints).Kind);
    }

    [Theory]
    [InlineData("public class Base { [Range(1, 5)] public virtual int Value { get; set; } }", "", "Minimum 1, Maximum 5")]
    [InlineData("public class Base { [Range(1, 5)] public virtual int Value { get; set; } }", "[Range(2, 3)]", "Minimum 2, Maximum 3")]
    [InlineData("public class Base { [Range(1, 5)] public virtual int Value { get; set; } }", "[AllowedValues(3)]", "Allowed 3, Minimum 1, Maximum 5")]
    [InlineData("public class First { [Range(1, 5)] public virtual int Value { get; set; } } public class Base : First { public override int Value { get; set; } }", "", "Minimum 1, Maximum 5")]
    [InlineData("public abstract class Base { [Range(1, 5)] public abstract int Value { get; set; } }", "", "Minimum 1, Maximum 5")]
    public void Annotations_of_what_is_overridden_are_inherited(string bases, string attributes, string expected) => Assert.Equal(
        expected,
        string.Join(", ", Object($"{bases} public class Answer : Base {{ {attributes} public override int Value {{ get; set; }} }}").Members[0].Constraints
            .Select(constraint => $"{constraint.Kind} {string.Join(',', constraint.Arguments)}")));

    private static ObjectShape Object(string source) => (ObjectShape)AnswerTypes.ShapeOf("Answer", source).Types[0];
}
