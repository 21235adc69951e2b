namespace TypedLlm.Generator.Tests;

/// <summary>What is not emitted again after an edit, and what is, follows from the equality of models.</summary>
public sealed class ModelEqualityTests
{
    private const string Base = """
        [LlmEndpoint(Primary = "5.4", Fallback = "4.1", MaxAttempts = 4)]
        [SystemPrompt("You are {tone}.")]
        public interface IDesk
        {
            [Prompt("Answer: {question}")]
            Task<string> AskAsync(string tone, string question, int count = 3, CancellationToken ct = default);
        }
        """;

    public static TheoryData<string, string> Equivalent => new()
    {
        { "Answer: {question}", """\u0041nswer: {question}""" },
        { "\"Answer: {question}\"", "@\"Answer: {question}\"" },
        { "\"Answer: {question}\"", "\"\"\"Answer: {question}\"\"\"" },
        { "\"Answer: {question}\"", "\"Answer\" + \": {question}\"" },
        { "Primary = \"5.4\", Fallback = \"4.1\"", "Fallback = \"4.1\", Primary = \"5.4\"" },
        { "Fallback = \"4.1\"", "Fallbacks = new[] { \"4.1\" }" },
        { "MaxAttempts = 4", "MaxAttempts = 2 + 2" },
        { "MaxAttempts = 4", "MaxAttempts = 0x4" },
        { "Task<string>", "System.Threading.Tasks.Task<System.String>" },
        { "int count", "Int32 count" },
        { "CancellationToken ct = default", "CancellationToken ct = default(CancellationToken)" },
        { "    [Prompt", "    // a comment\n\n    /// <summary>Docs.</summary>\n    [Prompt" },
        { "[LlmEndpoint(", "[TypedLlm.LlmEndpointAttribute(" },
        { "public interface", "public partial interface" },
        { "Task<string> AskAsync", "public abstract Task<string> AskAsync" },
    };

    public static TheoryData<string, string> Different => new()
    {
        { "Answer: {question}", "Answer! {question}" },
        { "Answer: {question}", "Answer: {question} {count}" },
        { "Answer: {question}", "Answer: {count:D2} {question}" },
        { "{tone}", "{{tone}}" },
        { "Primary = \"5.4\"", "Primary = \"5.2\"" },
        { "Fallback = \"4.1\"", "Fallbacks = new[] { \"4.1\", \"4o\" }" },
        { "MaxAttempts = 4", "MaxAttempts = 5" },
        { "MaxAttempts = 4", "MaxAttempts = 4, Effort = Effort.Low" },
        { "MaxAttempts = 4", "MaxAttempts = 4, Stream = false" },
        { "MaxAttempts = 4", "MaxAttempts = 4, NoFallback = \"reason\"" },
        { "MaxAttempts = 4", "MaxAttempts = 4, Workload = Workload.Bulk" },
        { "Task<string>", "ValueTask<string>" },
        { "Task<string>", "Task<string?>" },
        { "string question", "string? question" },
        { "string question", "[Untrusted] string question" },
        { "int count", "long count" },
        { "count = 3", "count = 4" },
        { "count = 3", "number = 3" },
        { ", CancellationToken ct = default", "" },
        { "AskAsync", "TellAsync" },
        { "IDesk", "ITable" },
        { "public interface", "internal interface" },
        { "namespace Shop", "namespace Shop.Front" },
        { "    [Prompt", "    [LlmEndpoint(Store = true)] [Prompt" },
        { "    [Prompt", "    int Count { get; }\n    [Prompt" },
    };

    [Fact]
    public void The_same_source_gives_equal_models()
    {
        var (first, second) = (Reading.Model(Sources.InShop(Base)), Reading.Model(Sources.InShop(Base)));
        Assert.NotSame(first, second);
        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
    }

    [Theory]
    [MemberData(nameof(Equivalent))]
    public void Equivalent_sources_give_equal_models(string written, string instead)
    {
        var (before, after) = (Reading.Model(Sources.InShop(Base)), Reading.Model(Edit(written, instead)));
        Assert.Equal(before, after);
        Assert.Equal(before.GetHashCode(), after.GetHashCode());
    }

    [Theory]
    [MemberData(nameof(Different))]
    public void Different_sources_give_different_models(string written, string instead) =>
        Assert.NotEqual(Reading.Model(Sources.InShop(Base)), Reading.Model(Edit(written, instead)));

    private static string Edit(string written, string instead)
    {
        var source = Sources.InShop(Base);
        Assert.Contains(written, source, StringComparison.Ordinal);
        return source.Replace(written, instead, StringComparison.Ordinal);
    }
}
