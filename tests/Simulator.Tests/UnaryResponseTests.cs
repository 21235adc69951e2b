using System.Text.Json;

namespace TypedLlm.Simulator.Tests;

public sealed class UnaryResponseTests : SimulatorTest
{
    [Fact]
    public async Task Functions_are_echoed_and_answered_with_text()
    {
        var response = await AskAsync(new
        {
            model = Plain,
            input = "Hello",
            tools = (object[])[new { type = "function", name = "f", parameters = (object?)null, strict = true }],
        });

        Assert.Equal("""[{"type":"function","name":"f","parameters":null,"strict":true}]""", response.GetProperty("tools").GetRawText());
        Assert.NotEmpty(TextOf(response));
    }

    [Fact]
    public async Task A_response_has_every_required_field()
    {
        var response = await AskAsync(Request(Reasoning));

        foreach (var name in new[]
                 {
                     "id", "object", "created_at", "error", "incomplete_details", "instructions", "model", "tools", "output",
                     "parallel_tool_calls", "metadata", "tool_choice", "temperature", "top_p", "status", "completed_at", "background",
                     "usage", "text", "reasoning", "service_tier", "store", "truncation", "previous_response_id", "max_output_tokens",
                 })
        {
            Assert.True(response.TryGetProperty(name, out _), $"'{name}' is missing.");
        }

        Assert.Equal("completed", response.GetProperty("status").GetString());
        Assert.Equal("gpt-5.4-2026-03-05", response.GetProperty("model").GetString());
        Assert.Equal(Clock.GetUtcNow().ToUnixTimeSeconds(), response.GetProperty("created_at").GetInt64());
        Assert.Equal("default", response.GetProperty("service_tier").GetString());
        Assert.Equal("medium", response.GetProperty("reasoning").GetProperty("effort").GetString());
        Assert.Matches("^resp_[0-9a-f]{50}$", response.GetProperty("id").GetString());
        Assert.Matches("^rs_[0-9a-f]{50}$", response.GetProperty("output")[0].GetProperty("id").GetString());
        Assert.Matches("^msg_[0-9a-f]{50}$", response.GetProperty("output")[1].GetProperty("id").GetString());
    }

    [Fact]
    public async Task The_headers_are_those_of_the_service()
    {
        using var response = await PostAsync(Request(Plain));

        string Header(string name) => Assert.Single(response.Headers.GetValues(name));
        Assert.Matches("^req_[0-9a-f]{32}$", Header("x-request-id"));
        Assert.Equal("2020-10-01", Header("openai-version"));
        Assert.Equal("0", Header("openai-processing-ms"));
        Assert.Equal("29999", Header("x-ratelimit-remaining-requests"));
        Assert.Equal("2ms", Header("x-ratelimit-reset-requests"));
        Assert.Equal("0s", Header("x-ratelimit-reset-tokens"));
        Assert.Equal(Clock.GetUtcNow(), response.Headers.Date);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.ToString());
    }

    [Fact]
    public async Task Settings_are_echoed()
    {
        var response = await AskAsync(new
        {
            model = Plain,
            instructions = "Be brief.",
            input = new object[]
            {
                new { role = "developer", content = "Rules." },
                new { type = "message", role = "user", content = new[] { new { type = "input_text", text = "Hello" } } },
            },
            store = false,
            temperature = 0.5,
            top_p = 0.25,
            max_output_tokens = 4000,
            service_tier = "fast",
            truncation = "auto",
            metadata = new { job = "7" },
            safety_identifier = "u1",
            prompt_cache_key = "k1",
            user = "u",
            text = new { verbosity = "low" },
            parallel_tool_calls = false,
        });

        Assert.Equal("Be brief.", response.GetProperty("instructions").GetString());
        Assert.False(response.GetProperty("store").GetBoolean());
        Assert.Equal(0.5, response.GetProperty("temperature").GetDouble());
        Assert.Equal(0.25, response.GetProperty("top_p").GetDouble());
        Assert.Equal(4000, response.GetProperty("max_output_tokens").GetInt32());
        Assert.Equal("priority", response.GetProperty("service_tier").GetString());
        Assert.Equal("auto", response.GetProperty("truncation").GetString());
        Assert.Equal("7", response.GetProperty("metadata").GetProperty("job").GetString());
        Assert.Equal("u1", response.GetProperty("safety_identifier").GetString());
        Assert.Equal("k1", response.GetProperty("prompt_cache_key").GetString());
        Assert.Equal("low", response.GetProperty("text").GetProperty("verbosity").GetString());
        Assert.False(response.GetProperty("parallel_tool_calls").GetBoolean());
    }

    [Fact]
    public async Task One_request_has_one_answer_and_another_model_another()
    {
        var first = TextOf(await AskAsync(Request(Plain)));
        var again = TextOf(await AskAsync(Request(Plain)));
        var other = TextOf(await AskAsync(Request(Reasoning)));

        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
        Assert.Contains("4 words", first, StringComparison.Ordinal);
        Assert.DoesNotContain("How are you", first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Usage_is_computed_from_the_texts()
    {
        Simulator.Scripts.ForAnyModel.Always(Answers.Text("It is 12345 o'clock"));

        var plain = (await AskAsync(new { model = Plain, input = "one two" })).GetProperty("usage");
        var reasoning = (await AskAsync(new { model = Reasoning, input = "one two", instructions = "three" })).GetProperty("usage");

        // Two words and three tokens for the message; "It| is| 123|45| o|'|clock".
        Assert.Equal(5, plain.GetProperty("input_tokens").GetInt32());
        Assert.Equal(7, plain.GetProperty("output_tokens").GetInt32());
        Assert.Equal(12, plain.GetProperty("total_tokens").GetInt32());
        Assert.Equal(0, plain.GetProperty("output_tokens_details").GetProperty("reasoning_tokens").GetInt32());
        Assert.Equal(9, reasoning.GetProperty("input_tokens").GetInt32());
        Assert.Equal(8, reasoning.GetProperty("output_tokens_details").GetProperty("reasoning_tokens").GetInt32());
        Assert.Equal(15, reasoning.GetProperty("output_tokens").GetInt32());
    }

    [Fact]
    public async Task The_output_limit_cuts_the_text_and_leaves_the_response_incomplete()
    {
        Simulator.Scripts.For(Plain).Always(Answers.Tokens(100));

        var response = await AskAsync(new { model = Plain, input = "x", max_output_tokens = 16 });

        Assert.Equal("incomplete", response.GetProperty("status").GetString());
        Assert.Equal("max_output_tokens", response.GetProperty("incomplete_details").GetProperty("reason").GetString());
        Assert.Equal(16, response.GetProperty("usage").GetProperty("output_tokens").GetInt32());
        Assert.Equal("incomplete", response.GetProperty("output")[0].GetProperty("status").GetString());
        Assert.Equal(16, TokenSplitter.Count(TextOf(response)));
        Assert.Equal(JsonValueKind.Null, response.GetProperty("completed_at").ValueKind);
    }

    [Fact]
    public async Task A_limit_spent_on_reasoning_leaves_no_text()
    {
        var response = await AskAsync(new { model = Reasoning, input = "x", max_output_tokens = 16, reasoning = new { effort = "high" } });

        Assert.Equal("incomplete", response.GetProperty("status").GetString());
        Assert.Equal("reasoning", Assert.Single(response.GetProperty("output").EnumerateArray()).GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_refusal_is_a_completed_response_without_text()
    {
        Simulator.Scripts.For(Plain).Always(Answers.Refusal("I cannot help with that."));

        var response = await AskAsync(Request(Plain));

        Assert.Equal("completed", response.GetProperty("status").GetString());
        var part = response.GetProperty("output")[0].GetProperty("content")[0];
        Assert.Equal("refusal", part.GetProperty("type").GetString());
        Assert.Equal("I cannot help with that.", part.GetProperty("refusal").GetString());
    }

    [Fact]
    public async Task Keys_beyond_the_description_are_switchable()
    {
        Assert.False((await AskAsync(Request(Plain))).TryGetProperty("billing", out _));

        Options.ExtraKeys = true;
        var response = await AskAsync(Request(Plain));

        Assert.Equal("developer", response.GetProperty("billing").GetProperty("payer").GetString());
        Assert.Equal(JsonValueKind.Object, response.GetProperty("tool_usage").ValueKind);
    }

    [Fact]
    public async Task Model_tier_and_usage_can_be_reported_wrongly()
    {
        Simulator.Scripts.For(Plain)
            .On(1, new ScriptedReply { Answer = new() { ModelEcho = "gpt-4o-mini", ServiceTier = "flex", Usage = UsageShape.WithoutDetails } })
            .On(2, new ScriptedReply { Answer = new() { Usage = UsageShape.Null } });

        var first = await AskAsync(new { model = Plain, input = "x", service_tier = "priority" });
        var second = await AskAsync(Request(Plain));

        Assert.Equal("gpt-4o-mini", first.GetProperty("model").GetString());
        Assert.Equal("flex", first.GetProperty("service_tier").GetString());
        Assert.False(first.GetProperty("usage").TryGetProperty("output_tokens_details", out _));
        Assert.True(first.GetProperty("usage").GetProperty("output_tokens").GetInt32() > 0);
        Assert.Equal(JsonValueKind.Null, second.GetProperty("usage").ValueKind);
    }
}
