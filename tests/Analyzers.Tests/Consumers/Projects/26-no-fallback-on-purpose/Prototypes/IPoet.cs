using TypedLlm;

namespace Consolidated.Messenger.Prototypes;

[LlmEndpoint(Primary = "gpt-5.5")]
internal interface IPoet
{
    [Prompt("A poem about {subject}.")]
    Task<string> WriteAsync(string subject);
}

#pragma warning disable TLLM002 // Another try.
[LlmEndpoint(Primary = "gpt-6-sol")]
internal interface ISinger
{
    [Prompt("A song about {subject}.")]
    Task<string> SingAsync(string subject);
}
#pragma warning restore TLLM002
