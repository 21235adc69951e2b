using TypedLlm.Tool.Tests.Support;

namespace TypedLlm.Tool.Tests.Cli;

/// <summary>What is wrong with a command line is said in one line, with what is right.</summary>
public sealed class UsageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--chek is no option of approve; did you mean --check? typedllm approve --help", "approve", "--chek", "bin")]
    [InlineData("--formt is no option of render; did you mean --format? typedllm render --help", "render", "IDesk.AskAsync", "--formt", "json")]
    [InlineData("--input-token is no option of upgrade; did you mean --input-tokens?", "upgrade", "5.4", "5.3", "--input-token=5", "bin")]
    [InlineData("--repalce is no option of models; did you mean --replace?", "models", "--repalce", "5.4")]
    [InlineData("--offlin is no option of verify; did you mean --offline?", "verify", "bin", "--offlin")]
    [InlineData("--xyzzy is no option of verify. typedllm verify --help", "verify", "bin", "--xyzzy")]
    [InlineData("--port is no option of simulate.", "simulate", "--port", "1")]
    [InlineData("simulate takes no 'stray'.", "simulate", "stray")]
    [InlineData("--input-tokens abc is not understood; write --input-tokens <count>.", "upgrade", "5.4", "5.3", "bin", "--input-tokens", "abc")]
    [InlineData("--format xml is not understood; write --format <text|json|curl>.", "render", "IDesk.AskAsync", "--format", "xml")]
    [InlineData("--settings has no value; write --settings <folder>.", "approve", "--settings")]
    [InlineData("--settings is given 2 times; give it once.", "approve", "--settings", "a", "--settings", "b")]
    [InlineData("render needs <method>.", "render")]
    [InlineData("Name a command: verify, models, upgrade, render, approve, simulate. typedllm --help")]
    [InlineData("'verfy' is no command; did you mean verify?", "verfy", "bin", "--offline")]
    public async Task A_command_line_that_is_not_understood_says_what_is_right(string reason, params string[] arguments)
    {
        var run = await ToolRun.Of(_folder.FullPath, arguments);

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.StartsWith($"typedllm: {reason}", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("--for does nothing without --replace", "models", "--for", "IDesk.AskAsync")]
    [InlineData("--input-tokens does nothing without --replace", "models", "5.4", "--input-tokens", "5")]
    [InlineData("--emit writes the whole catalog file; leave out 5.4.", "models", "5.4", "--emit")]
    [InlineData("--can does nothing with --emit", "models", "--emit", "--can", "pdf")]
    [InlineData("--class does nothing without --emit", "models", "--class", "Ids")]
    [InlineData("--status does nothing with a model (5.4)", "models", "5.4", "--status", "live")]
    [InlineData("--provider opanai is none that the catalog knows; it has models of openai.", "models", "--provider", "opanai")]
    [InlineData("--input-tokens -5 is no length of an input", "models", "--replace", "5.4", "--input-tokens", "-5")]
    [InlineData("--input-tokens 0 is no length of an input", "upgrade", "5.4", "5.3", "bin", "--input-tokens", "0")]
    [InlineData("--urls nonsense is no address; write one such as http://127.0.0.1:5005.", "simulate", "--urls", "nonsense")]
    [InlineData("--urls http://localhosst:5005 is no address of this machine: 'localhosst' is neither localhost nor an IP address", "simulate", "--urls", "http://localhosst:5005")]
    [InlineData("--scripts none.json does not exist; name a JSON file of faults", "simulate", "--scripts", "none.json")]
    public async Task An_option_without_effect_or_sense_is_refused(string reason, params string[] arguments)
    {
        var run = await ToolRun.Of(_folder.FullPath, arguments);

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.StartsWith($"typedllm: {reason}", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("render", "--key")]
    [InlineData("approve", "--key")]
    [InlineData("models", "--key")]
    [InlineData("models", "--base-url")]
    [InlineData("upgrade", "--key")]
    [InlineData("render", "May be repeated")]
    public async Task Help_offers_nothing_that_does_nothing(string command, string absent)
    {
        var run = await ToolRun.Of(_folder.FullPath, [command, "--help"]);

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("--env <name>", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(absent, run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_help_of_all_says_what_exit_codes_mean()
    {
        var run = await ToolRun.Of(_folder.FullPath, ["--help"]);

        Assert.Equal(0, run.Code);
        Assert.Contains("Exit codes: 0 good, 1 findings, 2 could not be checked", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_of_the_tool_itself_is_one_line_without_what_it_quotes()
    {
        var run = await ToolRun.Of(_folder.FullPath, ["models"], time: new BrokenClock());
        var debugged = await ToolRun.Of(_folder.FullPath, ["models"], new Dictionary<string, string> { ["TYPEDLLM_DEBUG"] = "1" }, new BrokenClock());

        Assert.Equal((2, 2), (run.Code, debugged.Code));
        Assert.Equal(
            "typedllm: an error of the tool itself, System.NotSupportedException. Please report it with the command and with what TYPEDLLM_DEBUG=1 shows.",
            run.Error.TrimEnd());
        Assert.Contains("sk-quoted", debugged.Error, StringComparison.Ordinal);
        Assert.Contains(nameof(BrokenClock), debugged.Error, StringComparison.Ordinal);
    }

    private sealed class BrokenClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => throw new NotSupportedException("sk-quoted");
    }
}
