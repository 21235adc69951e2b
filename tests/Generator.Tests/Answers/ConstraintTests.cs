using System.Reflection;
using System.Text;
using TypedLlm.CompilerServices;
using TypedLlm.TestKit;
using TypedLlm.TestKit.Answers;
using TypedLlm.TypedAnswers;

namespace TypedLlm.Generator.Tests.AnswerTypes;

/// <summary>What attributes demand, from their declaration to the check, in a program that compiles without warnings.</summary>
public sealed class ConstraintTests
{
    private const string Source = """
        public class Answer
        {
            [Range(0, 300)] public byte? Small { get; set; }
            [Range(-1, 10)] public uint? Count { get; set; }
            [Range(-1, 10)] public ulong? Long { get; set; }
            [Range(0, 1e300)] public int? Whole { get; set; }
            [AllowedValues(1, 200)] public byte? Choice { get; set; }
            [AllowedValues(0.1, 2)] public float? Step { get; set; }
            [AllowedValues(0.1f)] public float? Single { get; set; }
            [AllowedValues(0.1)] public double? Double { get; set; }
            [AllowedValues(0.1)] public decimal? Decimal { get; set; }
            [Range(0, 0.1)] public float? Tenth { get; set; }
            [Range(0.5, 1e300)] public float? Wide { get; set; }
            [Range(double.Epsilon, 3)] public float? Tiny { get; set; }
            [Range(double.Epsilon, double.MaxValue)] public double? Positive { get; set; }
            [Range(double.Epsilon, double.MaxValue)] public decimal? Price { get; set; }
            [Range(0.5, 1e300)] public double? Half { get; set; }
            [Range(0, 0.1234567890123456789)] public double? Exact { get; set; }
            [Range(typeof(decimal), "0", "0.1234567890123456789")] public decimal? Digits { get; set; }
            [Range(1, 5, ErrorMessage = "{0} from {1} to {2}")] public int? Stars { get; set; }
            [Required] public string Needed { get; set; } = "";
            [Required(AllowEmptyStrings = true)] public string Empty { get; set; } = "";
        }

        public interface IAnswer { Answer Get(); }
        """;

    private static readonly Lazy<(Assembly Program, AnswerShape Shape)> Compiled = new(() =>
    {
        var declarations = GeneratorHarness.Compile("Shop", [RandomAnswerTypes.Usings + Source]);
        var reading = Tests.Shapes.AnswerTypes.Read(declarations, "");
        Assert.Empty(reading.Problems);
        return (EmittedProgram.Load(declarations, [reading.Shape!]), reading.Shape!);
    });

    [Theory]
    [InlineData("Small", "255")]
    [InlineData("Count", "0")]
    [InlineData("Long", "10")]
    [InlineData("Whole", "2147483647")]
    [InlineData("Choice", "200")]
    [InlineData("Step", "0.1")]
    [InlineData("Single", "0.1")]
    [InlineData("Double", "0.1")]
    [InlineData("Decimal", "0.1")]
    [InlineData("Tenth", "0.1")]
    [InlineData("Wide", "3e38")]
    [InlineData("Tiny", "1e-45")]
    [InlineData("Positive", "5e-324")]
    [InlineData("Positive", "1.7976931348623157e308")]
    [InlineData("Price", "0.0000000000000000000000000001")]
    [InlineData("Half", "1e300")]
    [InlineData("Exact", "0.12345678901234568")]
    [InlineData("Digits", "0.1234567890123456789")]
    [InlineData("Needed", "\" a\"")]
    [InlineData("Empty", "\"\"")]
    public void A_value_within_is_taken(string member, string value) => Assert.NotNull(Read(member, value));

    [Theory]
    [InlineData("Count", "11", "a number of at most 10")]
    [InlineData("Long", "11", "a number of at most 10")]
    [InlineData("Whole", "-1", "a number of at least 0")]
    [InlineData("Choice", "2", "one of 1, 200")]
    [InlineData("Step", "0.2", "one of 0.1, 2")]
    [InlineData("Tenth", "0.10000001", "a number of at most 0.1")]
    [InlineData("Tiny", "0", "a number of at least 5E-324")]
    [InlineData("Positive", "0", "a number of at least 5E-324")]
    [InlineData("Price", "0", "a number of at least 5E-324")]
    [InlineData("Half", "1.1e300", "a number of at most 1E+300")]
    [InlineData("Exact", "0.1234567890123457", "a number of at most 0.12345678901234568")]
    [InlineData("Digits", "0.123456789012345679", "a number of at most 0.1234567890123456789")]
    [InlineData("Stars", "6", "Stars from 1 to 5")]
    [InlineData("Needed", "\"\"", "text that is not blank")]
    [InlineData("Needed", "\" \\t\\u00a0\"", "text that is not blank")]
    public void A_value_outside_is_refused(string member, string value, string expected)
    {
        var refused = Assert.Throws<AnswerException>(() => Read(member, value));
        Assert.Equal(($"$.{member}", expected), (refused.Path, refused.Expected));
    }

    private static object? Read(string member, string value)
    {
        var others = new[] { "Needed", "Empty" }.Where(name => name != member).Select(name => $",\"{name}\":\"a\"");
        return EmittedProgram.Read(Compiled.Value.Program, Compiled.Value.Shape, Encoding.UTF8.GetBytes($"{{\"{member}\":{value}{string.Concat(others)}}}"));
    }
}
