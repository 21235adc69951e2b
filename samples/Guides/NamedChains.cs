using TypedLlm;

// <declare>
[assembly: LlmChain("support", Primary = "5.4", Fallback = "5.6-sol")]
// </declare>

namespace Guides;

// <use>
[LlmEndpoint(Chain = "support")]
public interface IComplaints
{
    [Prompt("Answer this complaint:\n{complaint}")]
    Task<string> AnswerAsync([Untrusted] string complaint, CancellationToken ct = default);

    [Prompt("Sum this complaint up in a line:\n{complaint}")]
    [LlmEndpoint(Primary = "6-luna", Fallback = "5.6-luna")]
    Task<string> SumUpAsync([Untrusted] string complaint, CancellationToken ct = default);
}

[LlmEndpoint(Chain = "support")]
public interface IReturns
{
    [Prompt("Say how to send this back: {article}")]
    IAsyncEnumerable<string> ExplainAsync(string article, CancellationToken ct = default);
}
// </use>
