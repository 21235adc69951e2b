using System.Text.Json;

namespace TypedLlm.Simulator.Tests;

public sealed class ChatStreamTests : SimulatorTest
{
    [Fact]
    public async Task A_stream_has_a_role_the_text_the_reason_of_its_end_and_a_last_line()
    {
        Simulator.Scripts.For(Plain).Always(Answers.Deltas("One", " two"));
        var data = await DataAsync(new { model = Plain, messages = User(), stream = true });
        var chunks = data.SkipLast(1).Select(text => JsonSerializer.Deserialize<JsonElement>(text)).ToList();

        Assert.Equal("[DONE]", data[^1]);
        Assert.Equal(
            ["""{"role":"assistant","content":"","refusal":null}""", """{"content":"One"}""", """{"content":" two"}""", "{}"],
            chunks.Select(chunk => chunk.GetProperty("choices")[0].GetProperty("delta").GetRawText()));
        Assert.Equal([null, null, null, "stop"], chunks.Select(chunk => chunk.GetProperty("choices")[0].GetProperty("finish_reason").GetString()));
        Assert.All(chunks, chunk =>
        {
            Assert.Equal("chat.completion.chunk", chunk.GetProperty("object").GetString());
            Assert.Equal(chunks[0].GetProperty("id").GetString(), chunk.GetProperty("id").GetString());
            Assert.True(chunk.TryGetProperty("obfuscation", out _));
            Assert.False(chunk.TryGetProperty("usage", out _));
        });
    }

    [Fact]
    public async Task Usage_comes_as_a_chunk_without_choices_when_it_is_asked()
    {
        Simulator.Scripts.For(Plain).Always(Answers.Deltas("One", " two"));
        var data = await DataAsync(new
        {
            model = Plain,
            messages = User(),
            stream = true,
            stream_options = new { include_usage = true, include_obfuscation = false },
        });
        var chunks = data.SkipLast(1).Select(text => JsonSerializer.Deserialize<JsonElement>(text)).ToList();

        Assert.All(chunks.SkipLast(1), chunk => Assert.Equal(JsonValueKind.Null, chunk.GetProperty("usage").ValueKind));
        Assert.Equal(0, chunks[^1].GetProperty("choices").GetArrayLength());
        Assert.Equal(2, chunks[^1].GetProperty("usage").GetProperty("completion_tokens").GetInt32());
        Assert.DoesNotContain("obfuscation", string.Concat(data), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_is_an_object_with_an_error_and_the_last()
    {
        Simulator.Scripts.For(Plain).Always(Faults.Failed("server_error", "It broke.", afterDeltas: 1));

        var data = await DataAsync(new { model = Plain, messages = User(), stream = true });

        Assert.Equal("""{"error":{"message":"It broke.","type":"server_error","param":null,"code":"server_error"}}""", data[^1]);
        Assert.Equal(3, data.Count);
    }

    [Fact]
    public async Task A_stream_can_break_after_its_deltas()
    {
        Simulator.Scripts.For(Plain).Always(Answers.Deltas("One", " two", " three") with { Break = new BreakScript(BreakPoint.AfterDeltas, BreakKind.End, 2) });

        var data = await DataAsync(new { model = Plain, messages = User(), stream = true });

        Assert.Equal(3, data.Count);
        Assert.Equal(2, (await Simulator.Log.WaitForClosedAsync(1)).Deltas);
    }

    private static object[] User() => [new { role = "user", content = "Hello" }];

    private async Task<IReadOnlyList<string>> DataAsync(object body)
    {
        using var response = await PostToAsync("chat/completions", body);
        Assert.Equal("text/event-stream; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        var blocks = (await response.Content.ReadAsStringAsync()).Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.All(blocks, block => Assert.StartsWith("data: ", block, StringComparison.Ordinal));
        return [.. blocks.Select(block => block["data: ".Length..])];
    }
}
