using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace TypedLlm.Simulator.Tests;

public sealed class AdminTests : SimulatorTest
{
    private Uri Scripts => new(Simulator.BaseUrl, "/simulator/scripts");

    [Fact]
    public async Task A_fault_is_scripted_by_name_for_one_request()
    {
        Assert.Equal(HttpStatusCode.NoContent, await ScriptAsync("""{"model":"gpt-4.1-mini","request":2,"fault":"rate_limited"}"""));

        using var first = await PostAsync(Request(Plain));
        using var second = await PostAsync(Request(Plain));

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(2), second.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task A_whole_reply_is_scripted_for_always_and_cleared_again()
    {
        var status = await ScriptAsync("""
            {"reply":{
              "answer":{"text":"scripted","ending":{"kind":"incomplete","code":"content_filter"},"usage":"without_details"},
              "pace":{"initial_delay":"00:00:00"},
              "stream":{"line_end":"both","unknown_events_before":[3]},
              "break":{"at":"after_bytes","how":"end","count":100000}}}
            """);
        Assert.Equal(HttpStatusCode.NoContent, status);
        var scripted = await AskAsync(Request(Plain));
        Assert.Equal("scripted", TextOf(scripted));
        Assert.Equal("content_filter", scripted.GetProperty("incomplete_details").GetProperty("reason").GetString());

        using var cleared = await Http.DeleteAsync(Scripts);

        Assert.Equal(HttpStatusCode.NoContent, cleared.StatusCode);
        Assert.NotEqual("scripted", TextOf(await AskAsync(Request(Plain))));
    }

    [Theory]
    [InlineData("""{"fault":"no_such_fault"}""", "no_such_fault")]
    [InlineData("""{"model":"gpt-5.4"}""", "Give either 'fault' or 'reply'.")]
    [InlineData("""{"fault":"silence","reply":{}}""", "Give either 'fault' or 'reply'.")]
    [InlineData("""{"fault":"silence","request":0}""", "number")]
    [InlineData("""{"reply":{"answr":{}}}""", "There is no 'answr' here, only http, answer, stream, pace, break, background, batch, file, rejects_prefill.")]
    [InlineData("""{"reply":{"answer":{"usage":"ful"}}}""", "The value of $.reply.answer.usage is not of the kind that belongs here: write one of full, without_details, null.")]
    [InlineData("""{"reply":{"break":{"at":"after_bytes"}}}""", "lacks 'how'.")]
    [InlineData("""{"reply":{"answer":null}}""", "'answer' may not be null; leave it out.")]
    [InlineData("""{"reply":{"pace":{"initial_delay":"5"}}}""", "a duration is written like 00:00:30")]
    [InlineData("""{"request":"one"}""", "The value of $.request is not of the kind that belongs here.")]
    [InlineData("null", "A script is expected, and not null.")]
    [InlineData("{", "JSON")]
    public async Task A_wrong_script_is_refused_with_its_reason(string json, string reason)
    {
        using var response = await Http.PostAsync(Scripts, new StringContent(json, Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var message = (await ErrorAsync(response)).GetProperty("message").GetString();
        Assert.Contains(reason, message, StringComparison.Ordinal);
        Assert.DoesNotContain("TypedLlm.", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rate_limited", 429)]
    [InlineData("insufficient_quota", 429)]
    [InlineData("request_too_large", 429)]
    [InlineData("server_error", 500)]
    [InlineData("bad_gateway", 502)]
    [InlineData("unavailable", 503)]
    [InlineData("slow_down", 503)]
    [InlineData("gateway_timeout", 504)]
    [InlineData("overloaded", 529)]
    [InlineData("invalid_key", 401)]
    [InlineData("forbidden", 403)]
    [InlineData("model_not_found", 404)]
    [InlineData("context_length_exceeded", 400)]
    [InlineData("content_policy_violation", 400)]
    [InlineData("stream_not_allowed", 400)]
    [InlineData("compatible_server", 200)]
    public async Task Every_name_of_an_http_fault_is_known(string fault, int status)
    {
        await ScriptAsync($$"""{"model":"gpt-4.1-mini","fault":"{{fault}}"}""");

        using var response = await PostAsync(Request(Plain));

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("silence", false)]
    [InlineData("headers_then_silence", false)]
    [InlineData("half_sent_headers", false)]
    [InlineData("reset_before_headers", true)]
    [InlineData("reset_in_body", true)]
    public async Task Every_name_of_a_connection_fault_is_known(string fault, bool breaks)
    {
        Assert.Equal(HttpStatusCode.NoContent, await ScriptAsync($$"""{"fault":"{{fault}}"}"""));

        using (var connection = await RawConnection.PostAsync(Simulator.BaseUrl, """{"model":"gpt-4.1-mini","input":"x","stream":true}"""))
        {
            await Simulator.Log.WaitForRequestAsync(1);
            if (breaks)
            {
                Assert.Equal(ConnectionEnd.Reset, await connection.ReadToEndAsync());
            }
        }

        Assert.Equal(breaks ? RequestEnd.BrokenByScript : RequestEnd.ClosedByClient, (await Simulator.Log.WaitForClosedAsync(1)).End);
    }

    [Theory]
    [InlineData("stuck_in_queue", "queued")]
    [InlineData("never_ends", "in_progress")]
    public async Task Every_name_of_a_fault_of_background_runs_is_known(string fault, string status)
    {
        Assert.Equal(HttpStatusCode.NoContent, await ScriptAsync($$"""{"model":"gpt-4.1-mini","fault":"{{fault}}"}"""));

        await AskAsync(new { model = Plain, input = "Hello", background = true });
        Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(status, Assert.Single(Simulator.State.Responses).Status);
    }

    [Theory]
    [InlineData("""{"call":"POST /v1/batches","fault":"batch_queue_full"}""", "failed")]
    [InlineData("""{"call":"POST /v1/batches","fault":"batch_stuck_in_validation"}""", "validating")]
    [InlineData("""{"call":"POST /v1/batches","fault":"batch_expires"}""", "expired")]
    [InlineData("""{"call":"POST /v1/batches","reply":{"batch":{"runs_for":"23:59:00","finalizes_for":"10:00:00","every_line":{"http":{"status":429}}}}}""", "finalizing")]
    public async Task Batches_are_scripted_over_http(string script, string status)
    {
        Assert.Equal(HttpStatusCode.NoContent, await ScriptAsync(script));
        var lines = """{"custom_id":"a","method":"POST","url":"/v1/responses","body":{"model":"gpt-4.1-mini","input":"x"}}""";
        var file = await UploadedAsync("in.jsonl", Encoding.UTF8.GetBytes(lines), "batch");

        using var created = await PostToAsync(
            "batches", new { input_file_id = file.GetProperty("id").GetString(), endpoint = "/v1/responses", completion_window = "24h" });
        Clock.Advance(TimeSpan.FromHours(25));

        Assert.Equal(HttpStatusCode.OK, created.StatusCode);
        Assert.Equal(status, Assert.Single(Simulator.State.Batches).Status);
    }

    [Fact]
    public async Task The_log_is_served_and_admin_calls_are_not_in_it()
    {
        await AskAsync(Request(Plain));
        await Simulator.Log.WaitForClosedAsync(1);

        var log = await Http.GetFromJsonAsync<JsonElement>(new Uri(Simulator.BaseUrl, "/simulator/log"));

        var request = Assert.Single(log.EnumerateArray());
        Assert.Equal(Plain, request.GetProperty("model").GetString());
        Assert.Equal("completed", request.GetProperty("outcome").GetProperty("end").GetString());
        Assert.Single(Simulator.Log.Requests);
    }

    [Theory]
    [InlineData("-00:00:05", HttpStatusCode.BadRequest)]
    [InlineData("40.00:00:01", HttpStatusCode.BadRequest)]
    [InlineData("soon", HttpStatusCode.BadRequest)]
    [InlineData("5", HttpStatusCode.BadRequest)]
    [InlineData("40.00:00:00", HttpStatusCode.NoContent)]
    [InlineData("-00:00:00.0010000", HttpStatusCode.NoContent)]
    public async Task Durations_are_those_that_can_be_waited_for(string duration, HttpStatusCode status) =>
        Assert.Equal(status, await ScriptAsync($$"""{"reply":{"pace":{"initial_delay":"{{duration}}"} } }"""));

    private async Task<HttpStatusCode> ScriptAsync(string json)
    {
        using var response = await Http.PostAsync(Scripts, new StringContent(json, Encoding.UTF8, "application/json"));
        return response.StatusCode;
    }
}
