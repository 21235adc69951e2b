using TypedLlm;
using Tag = (string Name, int Weight);

namespace AdventureWorks.Catalog;

public readonly record struct Sku(string Value)
{
    public override string ToString() => Value;
}

[LlmEndpoint(Primary = "gpt-5.6-terra", Fallbacks = ["gpt-5.4", "6-luna"])]
public interface IDescriptions
{
    [Prompt("""
        Describe the product "{name}" in {sentences} sentences.
        Keywords: {keywords}
        Use JSON like {{ "text": "…" }} for nothing.
        """)]
    IAsyncEnumerable<string> DescribeAsync(string name, int sentences, string keywords, CancellationToken ct = default);
}

public sealed class CatalogWriter(IDescriptions descriptions, TimeProvider time)
{
    private static readonly Tag[] Defaults = [("outdoor", 1), ("bike", 2)];

    public async Task<(Sku Sku, string Text, DateTimeOffset At)> WriteAsync(Sku sku, params string[] extra)
    {
        string[] tags = [.. Defaults.Select(tag => tag.Name), .. extra];
        var keywords = string.Join(", ", tags);
        var text = "";
        await foreach (var part in descriptions.DescribeAsync(sku.Value, sentences: 2, keywords))
        {
            text += part;
        }

        return (sku, text, time.GetUtcNow());
    }
}
