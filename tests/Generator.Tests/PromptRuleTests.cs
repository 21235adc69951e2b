using TypedLlm.Endpoints;

namespace TypedLlm.Generator.Tests;

/// <summary>The rules on prompts, TLLM2xx: what is reported, exactly where, and with which words.</summary>
public sealed class PromptRuleTests
{
    [Theory]
    [InlineData("""
        "Hello {{|TLLM201:questoin|}}"
        """)]
    [InlineData("""
        "\t\x41\u0041\U00000041\U0001F600\\\"{{name}} {{|TLLM201:questoin|}:C2}"
        """)]
    [InlineData("""
        @"C:\path ""quoted""
        {{|TLLM201:questoin|}}"
        """)]
    [InlineData(""""
        """Hello "there" {{|TLLM201:questoin|}}"""
        """")]
    [InlineData(""""
        """
            Hello
              there,

            {{|TLLM201:questoin|}}
            """
        """")]
    [InlineData("""
        template: "{{|TLLM201:questoin|}}"
        """)]
    [InlineData("""
        "Hello " + "{{|TLLM201:questoin|}}"
        """)]
    [InlineData("""
        {|TLLM201:Text|}
        """)]
    [InlineData("""
        ("{{|TLLM201:questoin|}}")
        """)]
    public void An_unknown_placeholder_is_reported_inside_the_literal(string argument)
    {
        var problem = Reading.ExpectOne(Sources.InShop($$"""
            [LlmEndpoint(Primary = "5.4")]
            public interface IDesk
            {
                [Prompt({{argument}})] Task<string> AskAsync(string question, int name);

                const string Text = "{questoin}";
            }
            """));
        Assert.Equal(["questoin", "AskAsync", "; did you mean 'question'?"], problem.Arguments);
        Assert.Equal("question", problem.Properties[EndpointProblem.Replacement]);
    }

    [Fact]
    public void Line_breaks_of_other_systems_move_no_location()
    {
        var source = Endpoint(""""
            [Prompt("""
                One
                two {{|TLLM201:three|}}
                """)] Task<string> AskAsync();
            """");
        Reading.Expect(source.ReplaceLineEndings("\r\n"));
        Reading.Expect(source.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_placeholder_that_resembles_nothing_gets_no_suggestion()
    {
        var problem = Reading.ExpectOne(Endpoint("""[Prompt("{{|TLLM201:elephant|}}")] Task<string> AskAsync(string question);"""));
        Assert.Equal("", problem.Arguments[2]);
        Assert.Empty(problem.Properties);
    }

    [Fact]
    public void Options_and_tokens_are_no_data() => Reading.Expect(Endpoint("""
        [Prompt("{{|TLLM201:options|}} {{|TLLM201:ct|}}")] Task<string> AskAsync(LlmCallOptions options, CancellationToken ct);
        """));

    [Fact]
    public void A_system_prompt_is_held_to_each_method()
    {
        var problems = Reading.Expect(Sources.InShop("""
            [LlmEndpoint(Primary = "5.4")]
            [SystemPrompt("You answer for {{|TLLM201:company|}}.")]
            public interface IDesk
            {
                [Prompt("x")] Task<string> FineAsync(string company);
                [Prompt("x")] Task<string> BadAsync(string kompany);
                [Prompt("x"), SystemPrompt("{{|TLLM201:who|}}")] Task<string> OwnAsync(string company);
            }
            """));
        Assert.Equal(["company", "BadAsync", "; did you mean 'kompany'?"], problems[0].Arguments);
    }

    [Theory]
    [InlineData("{|TLLM202:{|}", "'{' is not closed; write '{{' for a brace")]
    [InlineData("{|TLLM202:{|}a {b", "'{' is not closed; write '{{' for a brace", 2)]
    [InlineData("a {|TLLM202:}|} b", "'}' closes nothing; write '}}' for a brace")]
    [InlineData("a{|TLLM202:{}|}b", "the placeholder is empty; write '{{' and '}}' for braces")]
    [InlineData("{|TLLM202:{ text }|}", "' text ' is no name; write it without spaces and widths, or '{{' and '}}' for braces")]
    [InlineData("{|TLLM202:{text.}|}", "'text.' is no name; write it without spaces and widths, or '{{' and '}}' for braces")]
    [InlineData("{|TLLM202:{0}|}", "'0' is no name; write it without spaces and widths, or '{{' and '}}' for braces")]
    [InlineData("{|TLLM202:{text:}|}", "the format after ':' is empty")]
    public void A_malformed_template_is_reported_at_the_brace(string template, string reason, int count = 1)
    {
        if (count == 2)
        {
            template = template.Replace("{b", "{|TLLM202:{|}b", StringComparison.Ordinal);
        }

        var problems = Reading.Expect(Endpoint($$"""[Prompt("{{template}}")] Task<string> AskAsync(string text);"""));
        Assert.Equal(count, problems.Count);
        Assert.Equal([reason, "AskAsync"], problems[0].Arguments);
    }

    [Theory]
    [InlineData("{order.{|TLLM203:Nmae|}}", "Nmae", "Order", "Name")]
    [InlineData("{order.Customer.{|TLLM203:id|}}", "id", "Customer", "Id")]
    [InlineData("{order.{|TLLM203:hidden|}.Length}", "hidden", "Order", null)]
    [InlineData("{order.{|TLLM203:Shared|}}", "Shared", "Order", null)]
    [InlineData("{order.{|TLLM203:Item|}}", "Item", "Order", null)]
    [InlineData("{order.Shipped.{|TLLM203:Value|}}", "Value", "DateTime", null)]
    [InlineData("{order.Name.{|TLLM203:ToString|}}", "ToString", "string", null)]
    public void An_unknown_member_is_reported_at_its_name(string template, string member, string type, string? replacement)
    {
        var problem = Reading.ExpectOne(Endpoint($$"""
            public sealed record Customer(int Id);
            public class Order
            {
                public string Name = "";
                public Customer? Customer { get; set; }
                public DateTime? Shipped { get; set; }
                internal string hidden = "";
                public static int Shared;
                public int this[int index] => index;
            }

            [Prompt("{{template}}")] Task<string> AskAsync(Order order);
            """));
        Assert.Equal([member, type], problem.Arguments.Take(2));
        Assert.Equal(replacement, problem.Properties.GetValueOrDefault(EndpointProblem.Replacement));
    }

    [Fact]
    public void Problems_of_another_assembly_are_all_reported_at_the_endpoint()
    {
        var library = Library.Compile(Sources.WithUsings("""
            public interface IBase
            {
                [PromptFile("one.md")] Task<string> OneAsync();
                [PromptFile("two.md")] Task<string> TwoAsync();
                [PromptFile("two.md")] Task<string> AgainAsync();
            }
            """));
        var problems = Reading.Expect(
            Sources.InShop("[LlmEndpoint(Primary = \"5.4\")] public interface {|TLLM206:{|TLLM206:IDesk|}|} : IBase;"), library);
        Assert.Equal(["one.md", "two.md"], problems.Select(problem => problem.Arguments[0]));
    }

    [Fact]
    public void Inherited_members_can_be_read() => Reading.Expect(Endpoint("""
        public class Base { public int Id { get; set; } }
        public class Order : Base { public new string Id { get; set; } = ""; }
        public interface INamed { string Name { get; } }
        public interface IOrder : INamed { int Number { get; } }

        [Prompt("{a.Id} {b.Name} {b.Number} {b.Name.Length}")] Task<string> AskAsync(Order a, IOrder b);
        """));

    [Fact]
    public void Every_problem_of_a_template_is_reported() => Reading.Expect(Endpoint("""
        [Prompt("{{|TLLM201:a|}} {|TLLM202:{}|} {{|TLLM201:b|}} {|TLLM202:}|}")] Task<string> AskAsync(object unused);
        """));

    private static string Endpoint(string members) => Sources.InShop($$"""
        [LlmEndpoint(Primary = "5.4")]
        public interface IDesk
        {
            {{members}}
        }
        """);
}
