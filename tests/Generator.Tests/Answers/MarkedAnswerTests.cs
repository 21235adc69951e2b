using TypedLlm.TestKit;

namespace TypedLlm.Generator.Tests.AnswerTypes;

/// <summary>Types that are marked as answers, whether an endpoint asks for them or not.</summary>
public sealed class MarkedAnswerTests
{
    private const string Library = """
        [LlmAnswer]
        public sealed partial record Invoice(string Number, Seller Seller);

        public sealed record Seller(string City);
        """;

    [Fact]
    public void A_library_without_endpoints_has_schema_reader_and_partial()
    {
        var run = Harness.Run(Sources.InShop(Library + """

            public static class Program
            {
                public static string? Show(string json) => new Invoice.Partial(json).Number;

                public static Invoice.Partial View(LlmEvent<Invoice>.Partial item) => item.AsPartial();
            }
            """));

        Assert.Equal(
            [
                "TypedLlm.Generated.Shop_Invoice.g.cs",
                "TypedLlm.Generated.Shop_Invoice__Format.g.cs",
                "TypedLlm.Generated.Shop_Invoice__Partial.g.cs",
                "TypedLlm.Generated.Shop_Seller.g.cs",
            ],
            run.Files.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("City", run.Files["TypedLlm.Generated.Shop_Invoice__Format.g.cs"], StringComparison.Ordinal);
        Assert.Equal("A-1", run.Load().GetType("Shop.Program", throwOnError: true)!.GetMethod("Show")!.Invoke(null, ["{\"Number\":\"A-1\",\"Sel"]));
    }

    [Fact]
    public void What_an_endpoint_asks_for_as_well_is_emitted_once()
    {
        const string Desk = """

            [LlmEndpoint(Primary = "5.4")]
            public interface IDesk
            {
                [Prompt("x")] Task<Invoice> AskAsync();
            }
            """;
        var marked = Harness.Run(Sources.InShop(Library + Desk)).Files;

        Assert.Equal(Harness.Run(Sources.InShop(Library.Replace("[LlmAnswer]", "", StringComparison.Ordinal) + Desk)).Files, marked);
    }

    [Fact]
    public void An_endpoint_of_another_assembly_asks_for_it()
    {
        var library = Harness.Generator.Run(GeneratorHarness.Compile("Library", [Sources.InShop(Library)]));

        Harness.Generator.Run(GeneratorHarness.Compile("App", [Sources.WithUsings("""
            namespace App;

            [LlmEndpoint(Primary = "5.4")]
            public interface IDesk
            {
                [Prompt("x")] IAsyncEnumerable<LlmEvent<Shop.Invoice>> WatchAsync();
            }
            """)], library.ToReference()));
    }

    [Theory]
    [InlineData("[LlmAnswer] public enum Kind { One }", "Shop_Kind.g.cs", "Shop_Kind__Format.g.cs")]
    [InlineData("[LlmAnswer] public struct Point { public int X { get; set; } }", "Shop_Point.g.cs", "Shop_Point__Format.g.cs")]
    [InlineData("[LlmAnswer] public sealed record Page<T>(T Item);")]
    [InlineData("public static class Outer<T> { [LlmAnswer] public sealed record Page(int Item); }")]
    [InlineData("[LlmAnswer] public sealed record Meta(object Value);")]
    [InlineData("public static class Outer { [LlmAnswer] private sealed record Hidden(int Value); }")]
    public void Only_what_has_a_form_as_it_stands_is_emitted(string source, params string[] files) =>
        Assert.Equal(files.Select(file => "TypedLlm.Generated." + file), Harness.Run(Sources.InShop(source)).Files.Keys.Order(StringComparer.Ordinal));
}
