namespace TypedLlm.Catalog.Tests;

public sealed class EquatableArrayTests
{
    [Fact]
    public void Equal_elements_make_equal_arrays()
    {
        EquatableArray<string> left = new(["a", "b"]);
        Assert.True(left == EquatableArray<string>.From(new List<string> { "a", "b" }));
        Assert.Equal(left.GetHashCode(), new EquatableArray<string>(["a", "b"]).GetHashCode());
        Assert.True(left != new EquatableArray<string>(["b", "a"]));
        Assert.False(left.Equals(new EquatableArray<string>(["a"])));
    }

    [Fact]
    public void The_default_is_empty()
    {
        Assert.True(default == new EquatableArray<string>([]));
        Assert.Equal(default(EquatableArray<string>).GetHashCode(), new EquatableArray<string>([]).GetHashCode());
        Assert.Empty(default(EquatableArray<string>));
        Assert.False(default(EquatableArray<string>).Contains("a"));
    }
}
