using TypedLlm.Endpoints;

namespace TypedLlm.Generator.Tests;

/// <summary>The rules on declarations, TLLM1xx: what is reported, exactly where, and with which words.</summary>
public sealed class DeclarationRuleTests
{
    [Theory]
    [InlineData("Task")]
    [InlineData("void")]
    [InlineData("string")]
    [InlineData("ValueTask<LlmResult<string>>")]
    [InlineData("Task<LlmEvent<string>>")]
    [InlineData("IAsyncEnumerable<LlmResult<string>>")]
    [InlineData("IEnumerable<string>")]
    [InlineData("(int, string)[]")]
    public void Unsupported_return_types_are_reported_at_the_type(string type)
    {
        var problem = Reading.ExpectOne(Endpoint($$"""[Prompt("x")] {|TLLM101:{{type}}|} AskAsync();"""));
        Assert.Equal(["AskAsync", type], problem.Arguments);
    }

    [Fact]
    public void A_method_is_blocked_by_what_keeps_its_answer_from_being_read()
    {
        var model = Reading.Model(Sources.InShop("""
            public sealed record Answer([property: System.ComponentModel.DataAnnotations.EmailAddress] string Mail, object Meta);

            [LlmEndpoint(Primary = "5.4")]
            public interface IDesk
            {
                [Prompt("x")] Task<Answer> AskAsync();
            }
            """));
        Assert.Equal(DiagnosticIds.NotExpressible, Assert.Single(model.Methods).Blocked?.Rule);
    }

    [Fact]
    public void A_type_named_like_a_supported_one_is_not_supported() => Reading.Expect(Endpoint("""
        public sealed class Task<T>;
        [Prompt("x")] {|TLLM101:Task<string>|} OneAsync();
        """));

    [Fact]
    public void A_method_without_answer_is_not_asked_for_a_prompt() =>
        Reading.Expect(Endpoint("{|TLLM101:void|} Dispose();"));

    [Fact]
    public void Streaming_that_is_switched_off_contradicts_streams_only() => Reading.Expect(Sources.InShop("""
        [LlmEndpoint(Primary = "5.4", {|TLLM102:Stream = false|})]
        public interface IDesk
        {
            [Prompt("x")] Task<string> AskAsync();
            [Prompt("x")] IAsyncEnumerable<string> StreamAsync();
            [Prompt("x"), LlmEndpoint(Stream = true)] IAsyncEnumerable<string> AgainAsync();
            [Prompt("x"), LlmEndpoint({|TLLM102:Stream = false|})] IAsyncEnumerable<LlmEvent<string>> WatchAsync();
            [Prompt("x"), LlmEndpoint(Stream = false)] Task<LlmResult<string>> TellAsync();
        }
        """));

    [Theory]
    [InlineData("")]
    [InlineData("[SystemPrompt(\"x\")]")]
    [InlineData("[Prompt(\"\")]")]
    [InlineData("[Prompt(\" \\n\")]")]
    public void A_missing_prompt_is_reported_at_the_method(string attributes)
    {
        var problem = Reading.ExpectOne(Endpoint($$"""{{attributes}} Task<string> {|TLLM103:AskAsync|}();"""));
        Assert.Equal(["AskAsync"], problem.Arguments);
    }

    [Theory]
    [InlineData("object", "'object' may be anything, and the members of each object are named when the code is compiled; declare a record with the members that you need, or use string")]
    [InlineData("(int, int)", "'(int, int)' is a tuple, whose elements have no names on the wire; declare a record")]
    [InlineData("ReadOnlyMemory<byte>", "'ReadOnlyMemory<byte>' is a type of the framework without a form in JSON; declare a record with the members that you need, or use string")]
    [InlineData("int[,]", "'int[,]' is an array of several dimensions; use a list of lists")]
    [InlineData("Dictionary<string, System.IO.Stream>?", "'each value of Dictionary<string, Stream>' is a type of the framework without a form in JSON; declare a record with the members that you need, or use string")]
    [InlineData("Order", "'Order.Lines[]' may be anything, and the members of each object are named when the code is compiled; declare a record with the members that you need, or use string")]
    [InlineData("IBoth", "'IRight.Name' is called 'Name', as another member of 'IBoth' is; give each a name of its own")]
    [InlineData("Basket[]", "'Basket.Callback' is a delegate; leave it out with [JsonIgnore]")]
    public void Parameters_that_have_no_JSON_are_reported_at_their_type(string type, string reason)
    {
        var problem = Reading.ExpectOne(Endpoint($$"""
            public sealed record Order(int Id, List<object> Lines);
            public sealed record Basket(int Id, Action Callback);
            public interface ILeft { string Name { get; } }
            public interface IRight { string Name { get; } }
            public interface IBoth : ILeft, IRight;
            [Prompt("{value}")] Task<string> AskAsync({|TLLM104:{{type}}|} value);
            """));
        Assert.Equal(["value", "cannot be written as JSON: " + reason], problem.Arguments);
    }

    [Fact]
    public void Parameters_whose_members_alone_are_used_need_no_JSON() => Reading.Expect(Endpoint("""
        public sealed record Order(int Id, List<object> Lines);
        [Prompt("{order.Id}")] Task<string> MemberAsync(Order order);
        [Prompt("{order.Id} {order} {order}")] Task<string> BothAsync({|TLLM104:Order|} order);
        [Prompt("x")] Task<string> UnusedAsync({|TLLM104:Order|} order);
        [Prompt("x")] Task<string> LeftOutAsync(List<int> {|TLLM205:order|});
        [Prompt("{{|TLLM104:order.Lines|}}")] Task<string> ListAsync(Order order);
        [Prompt("{text.Length}")] Task<string> SpanAsync({|TLLM104:ReadOnlySpan<char>|} text);
        [Prompt("{text}")] Task<string> WholeSpanAsync({|TLLM104:ReadOnlySpan<char>|} text);
        """));

    [Fact]
    public void What_is_written_as_JSON_takes_no_format()
    {
        var problem = Reading.ExpectOne(Endpoint("""
            public sealed record Order(int Id);
            [Prompt("{order:{|TLLM204:N2|}}")] Task<string> AskAsync(Order order);
            """));
        Assert.Equal(["N2", "is of no use to 'Order', which is written as JSON; remove it, or name a member"], problem.Arguments);
    }

    [Fact]
    public void What_can_only_be_written_needs_no_constructor_and_no_schema() => Reading.Expect(Endpoint("""
        [Flags] public enum Marks { None = 0, Hot = 1, New = 2 }
        public interface IItem { string Name { get; } }
        public abstract class Item(string name) : IItem { public string Name => name; }
        public sealed class Order { private Order() { } public Marks Marks => Marks.Hot; public Queue<IItem> Items { get; } = new(); public required object Extra { get => ""; init { } } }
        public sealed class Fine { private Fine() { } public Marks Marks => Marks.Hot; public Queue<IItem> Items { get; } = new(); }
        [Prompt("{a} {b} {c} {d}")] Task<string> AskAsync(IItem a, Item b, Fine c, IEnumerable<System.Linq.IGrouping<string, int>> d);
        [Prompt("{a}")] Task<string> TellAsync({|TLLM104:Order|} a);
        """));

    [Fact]
    public void A_method_takes_one_token_and_one_set_of_options()
    {
        var problems = Reading.Expect(Endpoint("""
            [Prompt("x")] Task<string> AskAsync(CancellationToken a, LlmCallOptions b, {|TLLM104:CancellationToken|} c, {|TLLM104:LlmCallOptions?|} d);
            """));
        Assert.Equal("is a second CancellationToken; a method takes one at most", problems[0].Arguments[1]);
        Assert.Equal("is a second LlmCallOptions; a method takes one at most", problems[1].Arguments[1]);
    }

    [Theory]
    [InlineData("int {|TLLM105:Count|} { get; }", "is a property")]
    [InlineData("event EventHandler {|TLLM105:Changed|};", "is an event")]
    [InlineData("""[Prompt("x")] Task<string> {|TLLM105:AskAsync|}<T>();""", "is generic")]
    [InlineData("""[Prompt("x")] Task<string> {|TLLM105:AskAsync|}(in int x);""", "takes 'x' by reference")]
    [InlineData("""[Prompt("x")] static abstract Task<string> {|TLLM105:AskAsync|}();""", "is static and abstract")]
    public void Unsupported_members_are_reported_at_their_name(string member, string reason) =>
        Assert.Equal(reason, Reading.ExpectOne(Endpoint(member)).Arguments[1]);

    [Fact]
    public void Members_with_a_body_are_left_alone() => Reading.Expect(Endpoint("""
        int Count => 1;
        Task<T> MakeAsync<T>(ref int x) => throw new NotSupportedException();
        static int Number { get; set; }
        private void Hidden() { }
        sealed class Nested;
        """));

    [Fact]
    public void A_generic_interface_has_no_client()
    {
        const string Source = """
            [LlmEndpoint(Primary = "5.4")]
            public interface {|TLLM105:IDesk|}<T>
            {
                [Prompt("x")] Task<string> AskAsync();
            }
            """;
        Assert.Equal(["IDesk", "is generic"], Reading.ExpectOne(Sources.InShop(Source)).Arguments);
        Assert.Null(Reading.Models(Sources.InShop(Source.Replace("{|TLLM105:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal)))[0]);
    }

    [Theory]
    [InlineData("class Outer", "private", "is private")]
    [InlineData("class Outer", "protected", "is protected")]
    [InlineData("class Outer", "private protected", "is protected")]
    [InlineData("class Outer<T>", "public", "is nested in a generic type")]
    public void An_interface_that_cannot_be_named_is_reported(string outer, string access, string reason)
    {
        var problem = Reading.ExpectOne(Sources.InShop($$"""
            public {{outer}}
            {
                [LlmEndpoint(Primary = "5.4")]
                {{access}} interface {|TLLM106:IDesk|}
                {
                    [Prompt("x")] Task<string> AskAsync();
                }
            }
            """));
        Assert.Equal(["IDesk", reason], problem.Arguments);
    }

    [Theory]
    [InlineData("private", "is nested in a type that is private")]
    [InlineData("protected", "is nested in a type that is protected")]
    public void An_interface_in_a_type_that_cannot_be_named_is_reported(string access, string reason)
    {
        var problem = Reading.ExpectOne(Sources.InShop($$"""
            public class Outer
            {
                {{access}} class Inner
                {
                    [LlmEndpoint(Primary = "5.4")]
                    public interface {|TLLM106:IDesk|};
                }
            }
            """));
        Assert.Equal(["IDesk", reason], problem.Arguments);
    }

    [Fact]
    public void An_interface_of_one_file_is_reported() => Reading.Expect(Sources.InShop("""
        [LlmEndpoint(Primary = "5.4")]
        file interface {|TLLM106:IDesk|}
        {
            [Prompt("x")] Task<string> AskAsync();
        }
        """));

    [Fact]
    public void A_base_interface_that_is_an_endpoint_reports_its_own_problems_once() => Reading.Expect(Sources.InShop("""
        public interface IPlain
        {
            Task<string> {|TLLM103:PlainAsync|}();
        }

        [LlmEndpoint(Primary = "5.4")]
        public interface IBase
        {
            Task<string> {|TLLM103:AskAsync|}();
        }

        [LlmEndpoint(Primary = "5.4")]
        public interface IDerived : IBase, IPlain;
        """));

    [Fact]
    public void Problems_of_other_assemblies_are_reported_at_the_endpoint()
    {
        var library = Library.Compile("""
            public interface ILibrary
            {
                [TypedLlm.Prompt("{nobody}")] System.Threading.Tasks.Task AskAsync(object value);
            }
            """);
        var problems = Reading.Expect(Sources.InShop("""
            [LlmEndpoint(Primary = "5.4")]
            public interface {|TLLM201:{|TLLM101:IDesk|}|} : ILibrary;
            """), library);
        Assert.Equal(2, problems.Count);
    }

    [Fact]
    public void A_type_that_does_not_exist_is_left_to_the_compiler()
    {
        const string Source = """
            [Prompt("{value} {other.Id}")] Task<string> AskAsync(Missing value, Missing other);
            [Prompt("x")] Task<Missing> TellAsync();
            [Prompt(Missing)] Task<string> ShowAsync();
            """;
        Reading.Expect(Endpoint(Source));
        Assert.Equal(
            ["TLLM104", "TLLM101", "TLLM103"],
            Reading.Model(Endpoint(Source)).Methods.Select(method => method.Blocked!.Rule));
    }

    [Fact]
    public void A_class_is_no_endpoint()
    {
        var reading = EndpointReader.Read(TypedLlm.TestKit.GeneratorHarness.Compile("Shop", ["class Desk;"]).GetTypeByMetadataName("Desk")!, TypedLlm.Prompts.PromptFiles.None, default);
        Assert.Null(reading.Model);
        Assert.Empty(reading.Problems);
    }

    private static string Endpoint(string members) => Sources.InShop($$"""
        [LlmEndpoint(Primary = "5.4")]
        public interface IDesk
        {
            {{members}}
        }
        """);
}
