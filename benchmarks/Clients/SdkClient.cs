using System.ClientModel;
using OpenAI.Responses;

namespace TypedLlm.Benchmarks.Clients;

/// <summary>The convenience API of the official SDK with its defaults: what a user would take instead.</summary>
internal sealed class SdkClient(Uri baseUrl) : ITextClient
{
    private readonly ResponsesClient _client = new(new ApiKeyCredential("sk-benchmark"), new ResponsesClientOptions { Endpoint = baseUrl });

    public async Task<string> CallAsync(string question)
    {
        ResponseResult response = await _client.CreateResponseAsync(Options(question));
        return response.GetOutputText();
    }

    public async IAsyncEnumerable<string> StreamAsync(string question)
    {
        var options = Options(question);
        options.StreamingEnabled = true;
        await foreach (var update in await _client.CreateResponseStreamingAsync(options))
        {
            if (update is StreamingResponseOutputTextDeltaUpdate delta)
            {
                yield return delta.Delta;
            }
        }
    }

    public void Dispose()
    {
        // The client has nothing to dispose: its connections belong to a process-wide pool.
    }

    private static CreateResponseOptions Options(string question) => new()
    {
        Model = "gpt-5.4",
        Instructions = "You answer for a shop. Be brief.",
        StoredOutputEnabled = false,
        InputItems = { ResponseItem.CreateUserMessageItem($"Answer this customer: {question}") },
    };
}
