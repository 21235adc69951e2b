using System.Text.Json;
using Microsoft.Extensions.Logging;
using TypedLlm.CompilerServices;
using TypedLlm.Runtime.Tests.Fakes;

namespace TypedLlm.Runtime.Tests.Answers;

public sealed class TypedAnswerTests
{
    private const string WithoutSchemas = "gpt-5.4-pro";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_is_asked_for_with_its_schema_and_read(bool stream)
    {
        using var runtime = new TestRuntime(request => Replies.Text(request, "{\"amo", "unt\":7}"));
        var result = await AskAsync(runtime, TestRuntime.Refine(TestRuntime.Method(), stream));

        Assert.Equal(new Total(7), result.Value);
        Assert.Equal(1000, result.Usage?.InputTokens);
        var format = Format(runtime.Service.Requests.Single())!.Value;
        Assert.Equal(("json_schema", "Total", true), (format.GetProperty("type").GetString(), format.GetProperty("name").GetString(), format.GetProperty("strict").GetBoolean()));
        Assert.Equal("object", format.GetProperty("schema").GetProperty("type").GetString());
    }

    [Fact]
    public async Task The_completion_that_is_reported_has_the_text()
    {
        var results = new List<LlmResult<string>>();
        using var runtime = new TestRuntime(request => Replies.Text(request, Total.Json(7)));
        await AskAsync(runtime, options: new LlmCallOptions { OnCompleted = results.Add });

        Assert.Equal(Total.Json(7), Assert.Single(results).Value);
    }

    [Fact]
    public async Task Words_and_fences_around_an_answer_cost_no_repair()
    {
        using var runtime = new TestRuntime(request => Replies.Text(request, $"Sure:\n```json\n{Total.Json(7)}\n```"));

        Assert.Equal(new Total(7), (await AskAsync(runtime)).Value);
        Assert.Single(runtime.Service.Requests);
    }

    [Fact]
    public async Task What_is_wrong_is_said_with_path_expectation_and_finding()
    {
        using var runtime = new TestRuntime(request => Replies.Text(request, "{\"amount\":\"seven\"}"));
        var exception = await Assert.ThrowsAsync<LlmException>(() => AskAsync(runtime));

        Assert.Equal(LlmFailureKind.InvalidAnswer, exception.Kind);
        Assert.Contains("at $.amount", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("seven", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_without_schemas_is_held_to_json_and_told_the_schema()
    {
        using var runtime = new TestRuntime(request => Replies.Text(request, Total.Json(7)));
        await AskAsync(runtime, TestRuntime.Method(WithoutSchemas));

        var request = runtime.Service.Requests.Single();
        Assert.Equal("json_object", Format(request)!.Value.GetProperty("type").GetString());
        Assert.Contains("\"amount\"", LastMessage(request), StringComparison.Ordinal);
    }

    /// <summary>Schema, correction and a long model id come on top of a prompt that fits.</summary>
    [Theory]
    [InlineData(WithoutSchemas, 0)]
    [InlineData(TestRuntime.Primary, 1)]
    public async Task What_does_not_fit_behind_a_prompt_is_a_failure_before_it_is_sent(string model, int sent)
    {
        using var runtime = new TestRuntime(request => Replies.Text(request, "wrong"));
        var exception = await Assert.ThrowsAsync<LlmException>(() => runtime.Runtime.Invoker.CallForResultAsync(
            TestRuntime.Method(model), new LargestPrompt(), Total.Format, null, CancellationToken.None));

        Assert.Equal(LlmFailureKind.RequestTooLarge, exception.Kind);
        Assert.Equal(sent, runtime.Service.Requests.Count);
        Assert.Equal(LlmFailureKind.RequestTooLarge, exception.Attempts[^1].Failure);
        Assert.Equal(sent + 1, exception.Attempts.Count);
    }

    /// <summary>Another model has no answer to correct, and takes the schema outside of the prompt.</summary>
    [Theory]
    [InlineData(WithoutSchemas)]
    [InlineData(TestRuntime.Primary)]
    public async Task Where_something_does_not_fit_behind_a_prompt_the_next_model_is_asked_with_the_prompt_alone(string model)
    {
        using var runtime = new TestRuntime(request => Replies.Text(request, request.Model == TestRuntime.Fallback ? Total.Json(7) : "wrong"));
        var result = await runtime.Runtime.Invoker.CallForResultAsync(
            TestRuntime.Method(model, TestRuntime.Fallback), new LargestPrompt(), Total.Format, null, CancellationToken.None);

        Assert.Equal(new Total(7), result.Value);
        Assert.Contains(LlmFailureKind.RequestTooLarge, result.Attempts.Select(static attempt => attempt.Failure));
        Assert.Equal(1, runtime.Service.Requests[^1].Json.GetProperty("input").GetArrayLength());
    }

    [Fact]
    public async Task A_service_that_refuses_schemas_is_asked_with_less_and_that_is_remembered()
    {
        using var runtime = new TestRuntime(request => Format(request) is { } format
            ? Replies.Error(400, "unsupported_value", param: format.GetProperty("type").GetString() == "json_schema" ? "text.format" : "text.format.type")
            : Replies.Text(request, Total.Json(7)));
        await AskAsync(runtime);
        Assert.Equal(["json_schema", "json_object", null], runtime.Service.Requests.Select(TypeOf));
        Assert.Equal([TestRuntime.Primary, TestRuntime.Primary, TestRuntime.Primary], runtime.Service.Models);

        await AskAsync(runtime);
        Assert.Null(TypeOf(runtime.Service.Requests[^1]));
        Assert.Equal(4, runtime.Service.Requests.Count);
        Assert.Contains("\"amount\"", LastMessage(runtime.Service.Requests[^1]), StringComparison.Ordinal);
    }

    /// <summary>A fine-tuned model takes no bounds, a server no pattern of another dialect: the answer is checked by the reader in any case.</summary>
    [Theory]
    [InlineData("invalid_json_schema", "text.format.schema")]
    [InlineData(null, "response_format")]
    [InlineData("400", null)]
    public async Task A_schema_that_is_refused_goes_into_the_prompt_for_that_type_and_model_alone(string? code, string? param)
    {
        const string Words = "Invalid schema for response_format 'Total': In context=('properties', 'amount'), 'minimum' is not permitted.";
        using var log = new LogRecorder();
        using var runtime = new TestRuntime(
            request => NameOf(request) == "Total" && request.Model == TestRuntime.Primary ? Replies.Error(400, code, Words, param)
                : Replies.Text(request, request.Body.Contains("amount", StringComparison.Ordinal) ? Total.Json(7) : "[7]"),
            options => options.LoggerFactory = log);
        await AskAsync(runtime);
        await AskAsync(runtime);
        await ReadAsync(Elements(runtime));
        await AskAsync(runtime, TestRuntime.Method(TestRuntime.Fallback));

        Assert.Equal(["json_schema", "json_object", "json_object", "json_schema", "json_schema"], runtime.Service.Requests.Select(TypeOf));
        Assert.Contains("\"amount\"", LastMessage(runtime.Service.Requests[2]), StringComparison.Ordinal);
        var (level, _, text) = Assert.Single(log.Events, entry => entry.Id == 12);
        Assert.Equal(LogLevel.Warning, level);
        Assert.StartsWith("gpt-5.4 refuses 'minimum' of the schema Total; it is asked for such answers in JSON mode", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_takes_schemas_and_no_json_mode_is_told_a_refused_schema_in_the_prompt()
    {
        using var runtime = new TestRuntime(request => TypeOf(request) switch
        {
            "json_object" => Replies.Error(400, message: "'response_format.type' must be one of json_schema and text"),
            "json_schema" when NameOf(request) == "Total" => Replies.Error(400, "invalid_json_schema"),
            _ => Replies.Text(request, request.Body.Contains("amount", StringComparison.Ordinal) ? Total.Json(7) : "[7]"),
        });
        await AskAsync(runtime);
        await ReadAsync(Elements(runtime));
        await AskAsync(runtime);

        Assert.Equal(["json_schema", "json_object", null, "json_schema", null], runtime.Service.Requests.Select(TypeOf));
    }

    [Fact]
    public async Task What_refuses_every_way_to_ask_ends_the_call()
    {
        using var runtime = new TestRuntime(_ => Replies.Error(400, "invalid_json_schema", param: "text.format.schema"));
        var exception = await Assert.ThrowsAsync<LlmException>(() => AskAsync(runtime));

        Assert.Equal(LlmFailureKind.InvalidRequest, exception.Kind);
        Assert.Equal(["json_schema", "json_object", null], runtime.Service.Requests.Select(TypeOf));
    }

    [Fact]
    public async Task Events_show_one_view_that_grows_and_the_value_at_the_end()
    {
        using var runtime = new TestRuntime(request => Replies.Text(request, "{\"amo", "unt\":4", "2}"));
        var amounts = new List<string?>();
        var views = new HashSet<object>(ReferenceEqualityComparer.Instance);
        LlmResult<Total>? completed = null;
        await foreach (var item in Events(runtime))
        {
            switch (item)
            {
                case LlmEvent<Total>.Partial { Value: Total.Partial view }:
                    views.Add(view);
                    amounts.Add(view.Amount);
                    break;
                case LlmEvent<Total>.Completed { Result: var result }:
                    completed = result;
                    break;
            }
        }

        Assert.Equal([null, null, "42"], amounts);
        Assert.Single(views);
        Assert.Equal(new Total(42), completed?.Value);
    }

    [Fact]
    public async Task An_event_stream_with_a_wrong_answer_starts_again()
    {
        var asked = 0;
        using var runtime = new TestRuntime(request => Replies.Text(request, ++asked == 1 ? "{\"amount\":\"x\"}" : Total.Json(7)));
        var kinds = new List<string>();
        await foreach (var item in Events(runtime))
        {
            kinds.Add(item.GetType().Name);
        }

        Assert.Equal(["Started", "Partial", "Restarted", "Started", "Partial", "Completed"], kinds);
        Assert.Equal([TestRuntime.Primary, TestRuntime.Primary], runtime.Service.Models);
    }

    /// <summary>What stands among words may be a draft: it comes whole, or not at all.</summary>
    [Theory]
    [InlineData("<think>{\"amount\":1}</think>{\"amount\":7}", "Started", "Completed")]
    [InlineData("It was {\"amount\":1}, now:\n```\n{\"amount\":7}\n```", "Started", "Completed")]
    [InlineData("```json\n{\"amount\":7}\n```", "Started", "Partial", "Completed")]
    [InlineData("Draft {\"amount\":1}. Corrected {\"amount\":8}", "Started", "Restarted", "Started", "Partial", "Completed")]
    [InlineData("{\"amount\":1} or {\"amount\":8}", "Started", "Partial", "Restarted", "Started", "Partial", "Completed")]
    public async Task Events_show_no_draft_for_the_answer(string answer, params string[] kinds)
    {
        var asked = 0;
        using var runtime = new TestRuntime(request => Replies.Text(request, ++asked == 1 ? [.. answer.Select(character => character.ToString())] : [Total.Json(7)]));
        var seen = new List<string>();
        await foreach (var item in Events(runtime))
        {
            if (item is not LlmEvent<Total>.Partial || seen[^1] != "Partial")
            {
                seen.Add(item.GetType().Name);
            }

            Assert.Equal(7, item is LlmEvent<Total>.Completed completed ? completed.Result.Value.Amount : 7);
        }

        Assert.Equal(kinds, seen);
    }

    [Theory]
    [InlineData("{\"items\":[1")]
    [InlineData("```json\n{\"items\":[1")]
    [InlineData("[1")]
    [InlineData("```json\n[1")]
    public async Task Elements_come_as_soon_as_each_is_whole(string begin)
    {
        using var runtime = new TestRuntime(request => Replies.StallAfter(request, begin, "2,3", ",4"));
        await using var elements = Elements(runtime).GetAsyncEnumerator();

        Assert.True(await elements.MoveNextAsync());
        Assert.Equal(12, elements.Current);
        Assert.True(await elements.MoveNextAsync());
        Assert.Equal(3, elements.Current);
    }

    [Theory]
    [InlineData("{\"items\":[1,2,3]}")]
    [InlineData("[1,2,3]")]
    [InlineData("They are [1,2,3].")]
    [InlineData("They are {\"items\":[1,2,3]} (see [a]).")]
    [InlineData("<think>{some}</think>{\"items\":[1,2,3]}")]
    [InlineData("<think>{\"items\":[4]}</think>{\"items\":[1,2,3]}")]
    [InlineData("They were {\"items\":[4]}, now:\n```json\n{\"items\":[1,2,3]}\n```")]
    public async Task All_elements_come_once(string answer)
    {
        using var runtime = new TestRuntime(request => Replies.Text(request, [.. answer.Select(character => character.ToString())]));

        Assert.Equal([1, 2, 3], await ReadAsync(Elements(runtime)));
    }

    [Theory]
    [InlineData("{\"items\":[\"x\"]}")]
    [InlineData("See [1]: {\"items\":[5}")]
    [InlineData("They are {\"items\":[1,2,3]}, or {\"items\":[4,5,6,7]}.")]
    public async Task Before_the_first_element_a_wrong_answer_is_repaired_unseen(string wrong)
    {
        var asked = 0;
        using var runtime = new TestRuntime(request => Replies.Text(request, ++asked == 1 ? wrong : "{\"items\":[1]}"));

        Assert.Equal([1], await ReadAsync(Elements(runtime)));
        Assert.Equal(2, asked);
    }

    [Theory]
    [InlineData("{\"items\":[1,", "\"x\"]}", "$.items[1]")]
    [InlineData("{\"items\":[1]}", "</think>{\"items\":[2]}", "several JSON values at $;")]
    public async Task After_the_first_element_a_wrong_answer_ends_the_stream(string begin, string rest, string fault)
    {
        using var runtime = new TestRuntime(request => Replies.Text(request, begin, rest));
        var (items, exception) = await Elements(runtime).ReadToFailureAsync();

        Assert.Equal([1], items);
        Assert.Equal(LlmFailureKind.InvalidAnswer, exception.Kind);
        Assert.Contains(fault, exception.Message, StringComparison.Ordinal);
        Assert.Single(runtime.Service.Requests);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_broken_stream_of_elements_is_replaced_until_one_was_handed_out(int handedOut)
    {
        using var runtime = new TestRuntime(request => request.Model == TestRuntime.Primary
            ? Replies.CutAfter(request, handedOut == 0 ? "{\"items\":[1" : "{\"items\":[1,2")
            : Replies.Text(request, "{\"items\":[5]}"));
        if (handedOut == 0)
        {
            Assert.Equal([5], await ReadAsync(Elements(runtime)));
        }
        else
        {
            var (items, exception) = await Elements(runtime).ReadToFailureAsync();
            Assert.Equal([1], items);
            Assert.Equal(LlmFailureKind.StreamTruncated, exception.Kind);
            Assert.Equal("{\"items\":[1,2", exception.GetPartialText());
        }
    }

    private static Task<LlmResult<Total>> AskAsync(TestRuntime runtime, EndpointMethod? method = null, LlmCallOptions? options = null) =>
        runtime.Runtime.Invoker.CallForResultAsync(method ?? TestRuntime.Method(), new TestPrompt(TestRuntime.Question), Total.Format, options, CancellationToken.None);

    private static IAsyncEnumerable<LlmEvent<Total>> Events(TestRuntime runtime) =>
        runtime.Runtime.Invoker.StreamEventsAsync(TestRuntime.Method(), new TestPrompt(TestRuntime.Question), Total.Format, null, CancellationToken.None);

    private static IAsyncEnumerable<int> Elements(TestRuntime runtime) =>
        runtime.Runtime.Invoker.StreamElementsAsync(TestRuntime.Method(), new TestPrompt(TestRuntime.Question), Totals.Format, null, CancellationToken.None);

    private static async Task<List<T>> ReadAsync<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
        {
            list.Add(item);
        }

        return list;
    }

    private static JsonElement? Format(FakeRequest request) =>
        request.Json.TryGetProperty("text", out var text) ? text.GetProperty("format") : null;

    private static string? NameOf(FakeRequest request) => Format(request) is { } format && format.TryGetProperty("name", out var name) ? name.GetString() : null;

    private static string? TypeOf(FakeRequest request) => Format(request)?.GetProperty("type").GetString();

    private static string LastMessage(FakeRequest request) => request.Json.GetProperty("input").EnumerateArray().Last().GetProperty("content").GetString()!;
}
