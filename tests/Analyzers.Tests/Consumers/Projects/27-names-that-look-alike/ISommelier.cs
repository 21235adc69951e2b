namespace Coho.Winery;

[TypedLlm.LlmEndpoint(Primary = "gpt-5.5", Fallback = "gpt-6-sol", Effort = TypedLlm.Effort.Low)]
public interface ISommelier
{
    [TypedLlm.Prompt("A wine of {effort} for {dish}.")]
    Task<string> PairAsync(string dish, Shell.Effort effort, CancellationToken ct = default);
}
