namespace TypedLlm.Benchmarks.Clients;

/// <summary>A generated endpoint on a runtime with its defaults.</summary>
internal sealed class TypedLlmClient : ITextClient
{
    private readonly LlmRuntime _runtime;
    private readonly BenchmarkDeskEndpoint _desk;

    public TypedLlmClient(Uri baseUrl)
    {
        _runtime = LlmRuntime.Create(new TypedLlmOptions
        {
            Providers = { ["openai"] = new ProviderOptions { BaseUrl = baseUrl.ToString(), ApiKey = "sk-benchmark" } },
        });
        _desk = new BenchmarkDeskEndpoint(_runtime);
    }

    public Task<string> CallAsync(string question) => _desk.CallAsync(question);

    public IAsyncEnumerable<string> StreamAsync(string question) => _desk.StreamAsync(question);

    public void Dispose() => _runtime.Dispose();
}
