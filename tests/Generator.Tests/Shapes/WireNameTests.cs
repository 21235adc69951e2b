using System.Text.Json;
using TypedLlm.TypedAnswers;

namespace TypedLlm.Generator.Tests.Shapes;

/// <summary>Names on the wire are those of System.Text.Json's policies.</summary>
public sealed class WireNameTests
{
    private const string Characters = "abXYZ019_-ÄßΩ漢 ";

    private static readonly string[] Known =
        ["DueDate", "dueDate", "URLValue", "IOStream", "X", "x", "ID", "Id2You", "Due_Date", "_private", "A1B2", "iPhone", "Straße", "ÄÖÜber", "PageOf10Items", "A", "AB", "ABc"];

    public static TheoryData<int> Namings => [0, 1, 2, 3];

    [Theory]
    [MemberData(nameof(Namings))]
    public void Each_naming_is_a_policy(int naming)
    {
        var policy = naming switch
        {
            1 => JsonNamingPolicy.CamelCase,
            2 => JsonNamingPolicy.SnakeCaseLower,
            3 => JsonNamingPolicy.KebabCaseLower,
            _ => null,
        };
        var random = new Random(naming);
        var names = Known.Concat(Enumerable.Range(0, 2_000).Select(_ => Identifier(random)));

        Assert.All(names, name => Assert.Equal(policy is null ? name : policy.ConvertName(name), WireNames.Write(name, naming)));
    }

    [Fact]
    public void The_numbers_are_those_of_the_public_enum() =>
        Assert.Equal(["AsWritten", "CamelCase", "SnakeCase", "KebabCase"], Enum.GetValues<LlmNaming>().Order().Select(naming => naming.ToString()));

    // As long as a name can be an identifier: spaces are not in it.
    private static string Identifier(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => Characters[random.Next(Characters.Length - 1)]));
}
