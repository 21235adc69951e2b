namespace TypedLlm.Catalog.Tests;

public sealed class CatalogWordsTests
{
    [Fact]
    public void Words_stand_in_the_order_of_their_values()
    {
        AssertOrder<ModelPurpose>(CatalogWords.Purposes);
        AssertOrder<ModelStatus>(CatalogWords.Statuses);
        AssertOrder<TemperatureRule>(CatalogWords.TemperatureRules);
    }

    private static void AssertOrder<T>(EquatableArray<string> words)
        where T : struct, Enum =>
        Assert.Equal(Enum.GetNames<T>().Select(name => char.ToLowerInvariant(name[0]) + name[1..]), words);
}
