using TypedLlm;

namespace Woodgrove.Bank;

[LlmEndpoint(Chain = "careful", Effort = Effort.High, Workload = Workload.HighStakes)]
[SystemPrompt("You check loan applications. Never decide, only list what is missing.")]
public interface ILoans
{
    [Prompt("What is missing in this application for {amount:N2} {currency}?\n{application}")]
    Task<string> MissingAsync(decimal amount, string currency, [Untrusted] string application, CancellationToken ct = default);

    [LlmEndpoint(Chain = "quick", Effort = Effort.None)]
    [Prompt("The purpose of this loan in three words:\n{application}")]
    Task<string> PurposeAsync([Untrusted] string application, CancellationToken ct = default);
}

[LlmEndpoint(Chain = "quick")]
public interface ITransfers
{
    [Prompt("A category for the transfer '{reference}'.")]
    Task<string> CategoryAsync(string reference, CancellationToken ct = default);
}
