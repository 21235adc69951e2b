using TypedLlm.Tool.Tests.Support;

namespace TypedLlm.Tool.Tests.Rendering;

/// <summary>What is said of names that fit nothing, or too much.</summary>
public sealed class RenderCommandTests : IDisposable
{
    private const string Source = """
        namespace Shop
        {
            public sealed record Order(int Id);

            [LlmEndpoint(Primary = "gpt-5.4", Fallback = "gpt-5.6-sol")]
            public interface IDesk
            {
                [Prompt("{text}")] Task<string> AskAsync(string text);
                [Prompt("{order.Id} {maybe}")] Task<string> AskAsync(Order order, int? maybe, CancellationToken ct = default);
                [Prompt("x")] Task<string> TellAsync();
            }
        }

        namespace Shop.Front
        {
            [LlmEndpoint(Primary = "gpt-5.4", Fallback = "gpt-5.6-sol")]
            public interface IDesk
            {
                [Prompt("y")] Task<string> TellAsync();
            }
        }
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly string _path;

    public RenderCommandTests() => _path = new ConsumerAssembly { Source = Source }.Build(_folder);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Shop.IDesk.TellAsync", "\"content\":\"x\"")]
    [InlineData("Front.IDesk.TellAsync", "\"content\":\"y\"")]
    [InlineData("IDesk.AskAsync(string)", "\"content\":\"{text}\"")]
    [InlineData("AskAsync( Order,int?, CancellationToken )", "\"content\":\"{order.Id} {maybe}\"")]
    [InlineData("Shop.IDesk.AskAsync(Shop.Order, int?, System.Threading.CancellationToken)", "\"content\":\"{order.Id} {maybe}\"")]
    public async Task A_method_is_found_by_the_end_of_its_name_and_its_types(string name, string body)
    {
        var run = await RenderAsync(name);

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains(body, run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("IDesk.TelAsync", "did you mean 'Shop.IDesk.TellAsync()' or 'Shop.Front.IDesk.TellAsync()'?")]
    [InlineData("shop.idesk.askasync", "did you mean 'Shop.IDesk.AskAsync(string)' or 'Shop.IDesk.AskAsync(Order, int?, CancellationToken)'?")]
    [InlineData("IDesk.AskAsync(int)", "did you mean 'Shop.IDesk.AskAsync(string)' or 'Shop.IDesk.AskAsync(Order, int?, CancellationToken)'?")]
    [InlineData("AskAsync", "'AskAsync' is the name of 2 methods; did you mean 'Shop.IDesk.AskAsync(string)' or 'Shop.IDesk.AskAsync(Order, int?, CancellationToken)'?")]
    [InlineData("esk.AskAsync", "did you mean 'Shop.IDesk.AskAsync(string)'")]
    [InlineData("Completely.Different", "there are 'Shop.IDesk.AskAsync(string)' or")]
    public async Task Another_name_is_answered_with_what_was_meant(string name, string advice)
    {
        var run = await RenderAsync(name);

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains(advice, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gpt-5.6-so", "never asks 'gpt-5.6-so'; did you mean 'gpt-5.6-sol'?")]
    [InlineData("o3", "never asks 'o3'; its chain is gpt-5.4, gpt-5.6-sol.")]
    public async Task A_model_outside_of_the_chain_is_answered_with_the_chain(string model, string advice)
    {
        var run = await RenderAsync("Shop.IDesk.TellAsync", "--model", model);

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains(advice, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--base-url", "not an address", "--base-url has a value that is no absolute http or https address")]
    [InlineData("--env", "A", "render looks at one environment at a time")]
    [InlineData("--format", "yaml", "yaml")]
    public async Task What_cannot_be_used_is_said(string option, string value, string reason)
    {
        var run = await RenderAsync("Shop.IDesk.TellAsync", option, value, "--env", "B");

        Assert.Equal(2, run.Code);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_name_in_two_assemblies_needs_a_path()
    {
        var other = new ConsumerAssembly { Name = "Other", Source = Source }.Build(_folder);

        var both = await ToolRun.Of(_folder.FullPath, ["render", "Shop.IDesk.TellAsync"]);
        var one = await ToolRun.Of(_folder.FullPath, ["render", "Shop.IDesk.TellAsync", other]);

        Assert.Equal((2, 0), (both.Code, one.Code));
        Assert.Contains($"is in more than one assembly: {other}, {_path}. Name one of them as the path.", both.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chain_that_the_app_would_refuse_is_refused()
    {
        _folder.Write("appsettings.json", """{ "TypedLlm": { "Endpoints": { "Shop.IDesk": { "Chain": [ "gpt-5.44" ] } } } }""");

        var run = await RenderAsync("Shop.IDesk.TellAsync", "--settings", _folder.FullPath);

        Assert.Equal(2, run.Code);
        Assert.Contains("Shop.IDesk.TellAsync: TypedLlm:Endpoints:Shop.IDesk:Chain:0: ", run.Error, StringComparison.Ordinal);
    }

    private Task<ToolRun> RenderAsync(string name, params string[] more) => ToolRun.Of(_folder.FullPath, ["render", name, _path, .. more]);
}
