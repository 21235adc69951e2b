using TypedLlm.TestKit;

namespace TypedLlm.Generator.Tests;

/// <summary>Names that a user may choose and that generated code must not stumble over.</summary>
public sealed class NameTests
{
    [Theory]
    [InlineData("Write")]
    [InlineData("ToString")]
    [InlineData("Equals")]
    [InlineData("GetHashCode")]
    [InlineData("GetType")]
    [InlineData("MemberwiseClone")]
    [InlineData("ReferenceEquals")]
    [InlineData("Finalize")]
    [InlineData("AskMethod")]
    [InlineData("AskPrompt")]
    [InlineData("DeskEndpoint")]
    [InlineData("IDesk")]
    [InlineData("TypedLlm")]
    [InlineData("System")]
    [InlineData("global")]
    [InlineData("from")]
    [InlineData("await")]
    [InlineData("async")]
    [InlineData("nameof")]
    [InlineData("scoped")]
    [InlineData("field")]
    [InlineData("record")]
    [InlineData("value")]
    [InlineData("not")]
    [InlineData("when")]
    [InlineData("var")]
    [InlineData("_")]
    public void A_parameter_may_have_any_name(string name) => Harness.Run(Sources.InShop($$"""
        [LlmEndpoint(Primary = "5.4")]
        public interface IDesk
        {
            [Prompt("{{{name}}}")] Task<string> Ask(string {{name}});
            [Prompt("{{{name}}}")] Task<string> Tell(int? {{name}});
            [Prompt("{{{name}}.Length}")] Task<string> Show([Untrusted] string? {{name}});
        }
        """));

    [Fact]
    public void Endpoints_may_differ_in_the_case_of_their_names_only()
    {
        var run = Harness.Run(
            Endpoint("Shop", "IDesk"), Endpoint("Shop", "IDESK"), Endpoint("shop", "IDesk"), Endpoint("Shop", "IOther"));
        Assert.Equal(
            ["Shop.IDESK.g.cs", "Shop.IDesk.2.g.cs", "Shop.IOther.g.cs", "TypedLlm.Endpoints.g.cs", "shop.IDesk.3.g.cs"],
            run.Files.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Types_may_differ_in_the_case_of_their_names_only()
    {
        var run = Harness.Run(Sources.InShop("""
            public sealed partial record Item(int Size);
            public sealed partial record ITEM(string Name);

            [LlmEndpoint(Primary = "5.4")]
            public interface IDesk
            {
                [Prompt("{item}")] Task<Item> OneAsync(ITEM item);
                [Prompt("{item}")] Task<ITEM> OtherAsync(Item item);
            }
            """));
        Assert.Equal(
            [
                "Shop.IDesk.g.cs",
                "TypedLlm.Endpoints.g.cs",
                "TypedLlm.Generated.Shop_ITEM.g.cs",
                "TypedLlm.Generated.Shop_ITEM__Format.g.cs",
                "TypedLlm.Generated.Shop_ITEM__Partial.g.cs",
                "TypedLlm.Generated.Shop_ITEM__Root__Writer.g.cs",
                "TypedLlm.Generated.Shop_ITEM__Writer.g.cs",
                "TypedLlm.Generated.Shop_Item.2.g.cs",
                "TypedLlm.Generated.Shop_Item__Format.3.g.cs",
                "TypedLlm.Generated.Shop_Item__Partial.4.g.cs",
                "TypedLlm.Generated.Shop_Item__Root__Writer.2.g.cs",
                "TypedLlm.Generated.Shop_Item__Writer.3.g.cs",
            ],
            run.Files.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Endpoints_of_one_name_keep_their_files_while_one_is_renamed()
    {
        var run = Harness.Generator.RunUnchecked(GeneratorHarness.Compile("Shop", [Endpoint("A", "IDesk"), Sources.WithUsings("""
            public static class A
            {
                [LlmEndpoint(Primary = "5.4")]
                public interface IDesk
                {
                    [Prompt("y")] Task<string> AskAsync();
                }
            }
            """)]));
        Assert.Contains("class A_DeskEndpoint", run.Files["A.IDesk.g.cs"], StringComparison.Ordinal);
        Assert.Contains("class DeskEndpoint", run.Files["A.IDesk.2.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void An_endpoint_may_have_the_name_of_the_registration() => Assert.Equal(
        ["TypedLlm.ENDPOINTS.2.g.cs", "TypedLlm.Endpoints.g.cs"], Harness.Run(Endpoint("TypedLlm", "ENDPOINTS")).Files.Keys.Order(StringComparer.Ordinal));

    private static string Endpoint(string @namespace, string name) => Sources.WithUsings($$"""
        namespace {{@namespace}}
        {
            [LlmEndpoint(Primary = "5.4")]
            public interface {{name}}
            {
                [Prompt("x")] Task<string> AskAsync();
            }
        }
        """);
}
