using TypedLlm;

using var runtime = LlmRuntime.Create("key");
var analyst = new AnalystEndpoint(runtime);
await foreach (var item in analyst.AnalyzeAsync("sales.csv", "Which region shrinks?"))
{
    switch (item)
    {
        case LlmEvent<string>.Started started:
            Console.Error.WriteLine(started.Model);
            break;
        case LlmEvent<string>.Reasoning reasoning:
            Console.Error.Write(reasoning.Text);
            break;
        case LlmEvent<string>.Delta(var text):
            Console.Write(text);
            break;
        case LlmEvent<string>.Refusal refusal:
            Console.Error.WriteLine(refusal.Text);
            return 1;
        case LlmEvent<string>.Completed { Result: { FinishReason: FinishReason.Stop, Usage: { } usage } result }:
            Console.Error.WriteLine($"{result.Model}: {usage.InputTokens} + {usage.OutputTokens} tokens, {result.Cost:C6}");
            break;
        default:
            break;
    }
}

return 0;

[LlmEndpoint(Primary = "gpt-6-astra", Fallback = "gpt-6.1-sol", Effort = Effort.XHigh, MaxOutputTokens = 64_000)]
internal interface IAnalyst
{
    [Prompt("The file {file} is attached. {question}")]
    IAsyncEnumerable<LlmEvent<string>> AnalyzeAsync(string file, string question, CancellationToken ct = default);
}
