#pragma warning disable OPENAI001 // The Responses client of the SDK is marked experimental.
using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI;
using OpenAI.Batch;
using OpenAI.Chat;
using OpenAI.Files;
using OpenAI.Models;
using OpenAI.Responses;

namespace TypedLlm.Simulator.Tests;

/// <summary>The official client of the service, unchanged.</summary>
public sealed class OfficialSdkTests : SimulatorTest
{
    [Fact]
    public async Task It_reads_a_whole_answer()
    {
        Simulator.Scripts.For(Plain).Always(Answers.Text("Hello there."));

        var response = (await Client().CreateResponseAsync(Ask(Plain))).Value;

        Assert.Equal("Hello there.", response.GetOutputText());
        Assert.Equal(ResponseStatus.Completed, response.Status);
        Assert.Equal("gpt-4.1-mini-2025-04-14", response.Model);
        Assert.Equal(3, response.Usage.OutputTokenCount);
        Assert.Equal(Clock.GetUtcNow(), response.CreatedAt);
    }

    [Fact]
    public async Task It_reads_a_stream()
    {
        Simulator.Scripts.For(Reasoning).Always(Answers.Deltas("One", " two", " three"));
        var options = Ask(Reasoning);
        options.StreamingEnabled = true;
        var deltas = new List<string>();
        ResponseResult? completed = null;

        var stream = await Client().CreateResponseStreamingAsync(options);
        await foreach (var update in stream)
        {
            switch (update)
            {
                case StreamingResponseOutputTextDeltaUpdate delta:
                    deltas.Add(delta.Delta);
                    break;
                case StreamingResponseCompletedUpdate end:
                    completed = end.Response;
                    break;
            }
        }

        Assert.Equal(["One", " two", " three"], deltas);
        Assert.Equal("One two three", completed?.GetOutputText());
        Assert.Equal(8, completed?.Usage.OutputTokenDetails.ReasoningTokenCount);
    }

    [Fact]
    public async Task It_reads_errors()
    {
        var notFound = await Assert.ThrowsAsync<ClientResultException>(() => Client().CreateResponseAsync(Ask("gpt-5.3-chat-latest")));
        Simulator.Scripts.For(Plain).Always(Faults.RateLimited(TimeSpan.FromSeconds(7)));
        var limited = await Assert.ThrowsAsync<ClientResultException>(() => Client().CreateResponseAsync(Ask(Plain)));

        Assert.Equal(404, notFound.Status);
        Assert.Contains("model_not_found", notFound.Message, StringComparison.Ordinal);
        Assert.Equal(429, limited.Status);
        Assert.True(limited.GetRawResponse()!.Headers.TryGetValue("retry-after", out var wait));
        Assert.Equal("7", wait);
    }

    [Fact]
    public async Task It_lists_and_gets_models()
    {
        var client = new OpenAIModelClient(new ApiKeyCredential("sk-test"), new OpenAIClientOptions { Endpoint = Simulator.BaseUrl });

        var models = (await client.GetModelsAsync()).Value;
        var model = (await client.GetModelAsync("gpt-5.4")).Value;

        Assert.Contains(models, listed => listed.Id == "gpt-5.4");
        Assert.Equal("gpt-5.4", model.Id);
    }

    [Fact]
    public async Task It_follows_cancels_and_deletes_background_runs()
    {
        Options.BackgroundQueueTime = TimeSpan.FromSeconds(5);
        Simulator.Scripts.For(Plain).Always(Answers.Text("Hello there."));
        var options = Ask(Plain);
        options.BackgroundModeEnabled = true;

        var run = (await Client().CreateResponseAsync(options)).Value;
        Clock.Advance(TimeSpan.FromSeconds(5));
        var ended = (await Client().GetResponseAsync(run.Id)).Value;
        var other = (await Client().CreateResponseAsync(options)).Value;
        var cancelled = (await Client().CancelResponseAsync(other.Id)).Value;
        var deleted = (await Client().DeleteResponseAsync(run.Id)).Value;

        Assert.Equal(ResponseStatus.Queued, run.Status);
        Assert.Equal((ResponseStatus.Completed, "Hello there."), (ended.Status, ended.GetOutputText()));
        Assert.Equal(ResponseStatus.Cancelled, cancelled.Status);
        Assert.True(deleted.Deleted);
    }

    [Fact]
    public async Task It_resumes_streams()
    {
        var options = Ask(Plain);
        options.BackgroundModeEnabled = true;
        options.StreamingEnabled = true;
        var numbers = new List<int>();
        string? id = null;

        await foreach (var update in await Client().CreateResponseStreamingAsync(options))
        {
            if (update is StreamingResponseQueuedUpdate queued)
            {
                id = queued.Response.Id;
                break;
            }
        }

        await foreach (var update in await Client().GetResponseStreamingAsync(new GetResponseOptions(id) { StreamingEnabled = true, StartingAfter = 1 }))
        {
            numbers.Add(update.SequenceNumber);
        }

        Assert.Equal(Enumerable.Range(2, numbers.Count), numbers);
        Assert.True(numbers.Count > 6);
    }

    [Fact]
    public async Task It_completes_chats()
    {
        Simulator.Scripts.For(Reasoning).Always(Answers.Text("Hello there."));
        var client = new ChatClient(Reasoning, new ApiKeyCredential("sk-test"), new OpenAIClientOptions { Endpoint = Simulator.BaseUrl });

        var completion = (await client.CompleteChatAsync(new SystemChatMessage("Be brief."), new UserChatMessage("Hello"))).Value;

        Assert.Equal("Hello there.", completion.Content[0].Text);
        Assert.Equal((ChatFinishReason.Stop, "gpt-5.4-2026-03-05"), (completion.FinishReason, completion.Model));
        Assert.Equal((11, 8), (completion.Usage.OutputTokenCount, completion.Usage.OutputTokenDetails.ReasoningTokenCount));
    }

    [Fact]
    public async Task It_streams_chats()
    {
        Simulator.Scripts.For(Plain).Always(Answers.Deltas("One", " two"));
        var client = new ChatClient(Plain, new ApiKeyCredential("sk-test"), new OpenAIClientOptions { Endpoint = Simulator.BaseUrl });
        var (text, reason, tokens) = ("", (ChatFinishReason?)null, 0);

        await foreach (var update in client.CompleteChatStreamingAsync(new UserChatMessage("Hello")))
        {
            text += string.Concat(update.ContentUpdate.Select(part => part.Text));
            reason ??= update.FinishReason;
            tokens += update.Usage?.OutputTokenCount ?? 0;
        }

        Assert.Equal(("One two", ChatFinishReason.Stop, 2), (text, reason, tokens));
    }

    [Fact]
    public async Task It_creates_lists_and_cancels_batches()
    {
        Options.BatchRunTime = TimeSpan.FromHours(1);
        const string Line = """{"custom_id":"a","method":"POST","url":"/v1/responses","body":{"model":"gpt-4.1-mini","input":"x"}}""";
        var files = new OpenAIFileClient(new ApiKeyCredential("sk-test"), new OpenAIClientOptions { Endpoint = Simulator.BaseUrl });
        var client = new BatchClient(new ApiKeyCredential("sk-test"), new BatchClientOptions { Endpoint = Simulator.BaseUrl });
        var file = (await files.UploadFileAsync(BinaryData.FromString(Line), "in.jsonl", FileUploadPurpose.Batch)).Value;

        using var body = BinaryContent.CreateJson(new { input_file_id = file.Id, endpoint = "/v1/responses", completion_window = "24h" });
        var operation = await client.CreateBatchAsync(body, waitUntilCompleted: false);
        var listed = new List<string>();
        await foreach (var job in client.GetBatchesAsync())
        {
            listed.Add(job.Id);
        }

        await operation.CancelAsync(null);

        Assert.Equal([operation.BatchId], listed);
        Assert.Equal("cancelling", Assert.Single(Simulator.State.Batches).Status);
    }

    [Fact]
    public async Task It_uploads_reads_and_deletes_files()
    {
        var client = new OpenAIFileClient(new ApiKeyCredential("sk-test"), new OpenAIClientOptions { Endpoint = Simulator.BaseUrl });

        var file = (await client.UploadFileAsync(BinaryData.FromString("one page"), "päge.txt", FileUploadPurpose.UserData)).Value;
        var listed = (await client.GetFilesAsync()).Value;
        var content = (await client.DownloadFileAsync(file.Id)).Value;
        var deleted = (await client.DeleteFileAsync(file.Id)).Value;
        var gone = await Assert.ThrowsAsync<ClientResultException>(() => client.GetFileAsync(file.Id));

        Assert.Equal("päge.txt", file.Filename);
        Assert.Equal(file.Id, Assert.Single(listed).Id);
        Assert.Equal("one page", content.ToString());
        Assert.True(deleted.Deleted);
        Assert.Contains($"No such File object: {file.Id}", gone.Message, StringComparison.Ordinal);
    }

    private ResponsesClient Client() => new(
        new ApiKeyCredential("sk-test"),
        new ResponsesClientOptions { Endpoint = Simulator.BaseUrl, RetryPolicy = new ClientRetryPolicy(0) });

    private static CreateResponseOptions Ask(string model) => new()
    {
        Model = model,
        InputItems = { ResponseItem.CreateUserMessageItem("Hello") },
    };
}
