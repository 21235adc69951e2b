using TypedLlm.Catalog;

namespace TypedLlm.Generator.Tests;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("questoin", "question")]
    [InlineData("QUESTION", "question")]
    [InlineData("compny", "company")]
    [InlineData("companyy", "company")]
    [InlineData("x", null)]
    [InlineData("elephant", null)]
    [InlineData("", null)]
    public void The_name_with_the_fewest_slips_is_found(string name, string? expected) =>
        Assert.Equal(expected, NearestName.Find(name, ["question", "company", "y"]));

    [Fact]
    public void The_first_of_equals_wins() => Assert.Equal("ab", NearestName.Find("ax", ["ab", "ac"]));

    [Fact]
    public void Long_names_are_not_compared()
    {
        var name = new string('a', 100_000);
        Assert.Null(NearestName.Find(name, [name]));
        Assert.Null(NearestName.Find("a", [name]));
    }
}
