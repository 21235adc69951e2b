using Microsoft.Extensions.Options;
using TypedLlm;

namespace Tenant.Hub;

public sealed class TenantOptions
{
    public Dictionary<string, string> Names { get; } = [];

    public string DefaultModel { get; set; } = "gpt-4";
}

internal static class KeyRing
{
    public static ValueTask<string> CurrentAsync(CancellationToken ct) => ValueTask.FromResult("key");
}

internal sealed class TenantAnswers(ITenantDesk desk, IOptionsSnapshot<TenantOptions> options)
{
    public async Task<string> AnswerAsync(string tenant, string question, CancellationToken ct)
    {
        if (!options.Value.Names.TryGetValue(tenant, out var name))
        {
            return "Not found.";
        }

        var result = await desk.AnswerAsync(name, question, new LlmCallOptions { Metadata = new Dictionary<string, string> { ["tenant"] = tenant } }, ct);
        return result.Value;
    }
}

[LlmEndpoint(Primary = "5.4", Fallback = "5.5", MaxFallbackPriceRatio = 3)]
[SystemPrompt("You answer for {tenant}.")]
internal interface ITenantDesk
{
    [Prompt("{question}")]
    Task<LlmResult<string>> AnswerAsync(string tenant, [Untrusted] string question, LlmCallOptions? options = null, CancellationToken ct = default);
}
