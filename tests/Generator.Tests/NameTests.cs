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
