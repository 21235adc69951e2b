using TypedLlm;

[assembly: LlmChain("careful", Primary = "gpt-6-astra", Fallback = "gpt-5.5", Fallbacks = ["gpt-5.4"])]
[assembly: LlmChain("quick", Primary = "6-luna", Fallback = "gpt-5.6-luna")]
