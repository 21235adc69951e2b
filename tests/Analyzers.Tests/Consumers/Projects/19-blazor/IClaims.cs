using TypedLlm;

namespace Humongous.Insurance.Web;

[LlmEndpoint(Primary = "gpt-5.5", Fallback = "gpt-6-sol", OnInterrupted = InterruptedStream.Restart)]
public interface IClaims
{
    [Prompt("Explain the state of claim {claim.Number} ({claim.State}) of {claim.Opened:d}.")]
    IAsyncEnumerable<LlmEvent<string>> ExplainAsync(Claim claim, LlmCallOptions? options = null, CancellationToken ct = default);
}

public sealed record Claim(string Number, ClaimState State, DateOnly Opened, decimal? Amount);

public enum ClaimState
{
    Open,
    Paid,
    Refused,
}
