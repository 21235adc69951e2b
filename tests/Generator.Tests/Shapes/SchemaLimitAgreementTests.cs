using System.Globalization;
using TypedLlm.TypedAnswers;

namespace TypedLlm.Generator.Tests.Shapes;

/// <summary>What the build reports as too large is what the simulator refuses, and nothing else.</summary>
public sealed class SchemaLimitAgreementTests(StrictService service) : IClassFixture<StrictService>
{
    [Theory]
    [InlineData("L{0} Next")]
    [InlineData("L{0}? One, L{0} Two")]
    public async Task Ten_levels_are_taken_and_eleven_are_not(string link)
    {
        foreach (var levels in new[] { 2, 9, 10, 11, 12, 14 })
        {
            var shape = Chain(levels, link);
            await AssertAgree(shape, levels > 10);
            await AssertAgree(shape.AsList(), levels + 2 > 10);
        }
    }

    [Theory]
    [InlineData("List<L{0}>? Next")]
    [InlineData("L{0}? One, List<L{0}?> Two")]
    [InlineData("Dictionary<string, L{0}> Next")]
    [InlineData("IReadOnlyList<Dictionary<int, L{0}?>> Next")]
    [InlineData("L{0} Next, L1? Back")]
    [InlineData("L{0}? One, L{0} Two, L1? Back")]
    public async Task Levels_of_lists_pairs_and_circles_are_counted_alike(string link)
    {
        foreach (var levels in new[] { 2, 3, 4, 5, 6, 10, 11, 12 })
        {
            await AssertAgree(Chain(levels, link));
            await AssertAgree(Chain(levels, link).AsList());
        }
    }

    [Theory]
    [InlineData(999, "E? One", false)]
    [InlineData(1_000, "E One", false)]
    [InlineData(1_000, "E? One", true)]
    [InlineData(1_000, "E One, E? Two", false)]
    [InlineData(1_001, "E One", true)]
    public async Task Values_of_enums_are_counted_alike(int values, string members, bool isTooLarge) => await AssertAgree(
        AnswerTypes.ShapeOf("Answer", $"public record Answer({members}); public enum E {{ {Join(values, ", ", value => $"V{value}")} }}"), isTooLarge);

    [Theory]
    [InlineData(50, false)]
    [InlineData(51, true)]
    public async Task Properties_are_counted_alike(int types, bool isTooLarge) => await AssertAgree(
        AnswerTypes.ShapeOf(
            "Answer",
            $"public record Answer({Join(types, ", ", type => $"P{type} A{type}, P{type} B{type}")});"
                + Join(types, "\n", type => $"public class P{type} {{ {Join(98, " ", member => $"public int M{member} {{ get; set; }}")} }}")),
        isTooLarge);

    private static AnswerShape Chain(int levels, string link) => AnswerTypes.ShapeOf("L1", Join(levels + 1, "\n", level =>
        $"public record L{level + 1}({(level == levels ? "int Value" : string.Format(CultureInfo.InvariantCulture, link, level + 2))});"));

    private static string Join(int count, string separator, Func<int, FormattableString> write) =>
        string.Join(separator, Enumerable.Range(0, count).Select(number => FormattableString.Invariant(write(number))));

    /// <param name="shape">The answer.</param>
    /// <param name="isTooLarge">What both say; null if only that they say the same counts.</param>
    private async Task AssertAgree(AnswerShape shape, bool? isTooLarge = null)
    {
        var schema = StrictSchemaWriter.Write(shape).Json;
        var reported = SchemaLimits.Check(shape, "answer").Select(problem => string.Join(' ', problem.Arguments)).ToList();
        var refusal = await service.RefusalOfAsync(schema);

        Assert.True(reported.Count > 0 == refusal is not null, $"Reported: {string.Join(", ", reported)}; refused: {refusal}\n{schema}");
        Assert.Equal(isTooLarge ?? refusal is not null, refusal is not null);
    }
}
