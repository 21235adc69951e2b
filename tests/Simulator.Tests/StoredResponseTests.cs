using System.Net;
using System.Text.Json;

namespace TypedLlm.Simulator.Tests;

public sealed class StoredResponseTests : SimulatorTest
{
    [Fact]
    public async Task A_response_is_kept_as_it_was_answered()
    {
        var answered = await AskAsync(Request(Reasoning));
        Clock.Advance(TimeSpan.FromDays(29));

        Assert.Equal(answered.GetRawText(), (await ReadAsync($"responses/{Id(answered)}")).GetRawText());

        Clock.Advance(TimeSpan.FromDays(1));
        await AssertNotFoundAsync(Id(answered));
    }

    [Fact]
    public async Task A_streamed_response_is_kept_as_it_ended()
    {
        var events = await StreamAsync(Request(Plain, stream: true));

        var kept = await ReadAsync($"responses/{Id(events[0].Response)}");

        Assert.Equal(events[^1].Response.GetRawText(), kept.GetRawText());
    }

    [Fact]
    public async Task A_streamed_response_cannot_be_read_before_its_end()
    {
        Simulator.Scripts.ForAnyModel.Always(Faults.LateFirstContent(TimeSpan.FromSeconds(5)));
        using var response = await PostAsync(Request(Plain, stream: true));
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        await reader.ReadLineAsync();
        var created = JsonSerializer.Deserialize<JsonElement>((await reader.ReadLineAsync())!["data: ".Length..]);
        var id = Id(created.GetProperty("response"));

        await AssertNotFoundAsync(id);
        await Clock.AdvanceToTimerAsync(TimeSpan.FromSeconds(5));
        await reader.ReadToEndAsync();

        Assert.Equal("completed", (await ReadAsync($"responses/{id}")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task What_shall_not_be_stored_is_not_found()
    {
        var answered = await AskAsync(new { model = Plain, input = "Hello", store = false });

        await AssertNotFoundAsync(Id(answered));
        Assert.Empty(Simulator.State.Responses);
    }

    [Fact]
    public async Task A_deleted_response_is_not_found()
    {
        var answered = await AskAsync(Request(Plain));

        using var deleted = await Http.DeleteAsync(Path(Id(answered)));
        using var again = await Http.DeleteAsync(Path(Id(answered)));

        Assert.Equal($$"""{"id":"{{Id(answered)}}","object":"response.deleted","deleted":true}""", await deleted.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        await AssertNotFoundAsync(Id(answered));
        var state = Assert.Single(Simulator.State.Responses);
        Assert.Equal((Id(answered), "completed", true, false), (state.Id, state.Status, state.IsDeleted, state.IsBackground));
    }

    [Theory]
    [InlineData("GET", "responses/resp_x")]
    [InlineData("GET", "responses/resp_x?stream=true")]
    [InlineData("DELETE", "responses/resp_x")]
    [InlineData("POST", "responses/resp_x/cancel")]
    public async Task An_unknown_response_is_a_404(string method, string path)
    {
        using var response = await Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(
            """{"message":"Response with id 'resp_x' not found.","type":"invalid_request_error","param":null,"code":null}""",
            (await ErrorAsync(response)).GetRawText());
    }

    [Fact]
    public async Task A_response_that_the_client_waited_for_cannot_be_cancelled_nor_streamed()
    {
        var id = Id(await AskAsync(Request(Plain)));

        using var cancelled = await PostToAsync($"responses/{id}/cancel");
        using var streamed = await Http.GetAsync(Path($"{id}?stream=true"));

        Assert.Equal(HttpStatusCode.BadRequest, cancelled.StatusCode);
        Assert.Equal("Cannot cancel a synchronous response.", (await ErrorAsync(cancelled)).GetProperty("message").GetString());
        Assert.Equal(HttpStatusCode.BadRequest, streamed.StatusCode);
        var error = await ErrorAsync(streamed);
        Assert.Equal("This response cannot be streamed because it was not created with background=true.", error.GetProperty("message").GetString());
        Assert.Equal("stream", error.GetProperty("param").GetString());
    }

    [Fact]
    public async Task Wrong_methods_are_refused()
    {
        using var put = await Http.PutAsync(Path("resp_x"), null);
        using var get = await Http.GetAsync(Path("resp_x/cancel"));
        using var deep = await Http.GetAsync(Path("resp_x/cancel/now"));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, put.StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, get.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, deep.StatusCode);
    }

    [Fact]
    public async Task Old_responses_are_forgotten_before_memory_runs_out()
    {
        Simulator.Scripts.ForAnyModel.Always(Answers.Tokens(30_000));
        for (var i = 0; i < 34; i++)
        {
            await AskAsync(Request("gpt-5.4-nano"));
        }

        Assert.Equal(33, Simulator.State.Responses.Count);
    }

    private async Task AssertNotFoundAsync(string id)
    {
        using var response = await Http.GetAsync(Path(id));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static Uri Path(string rest) => new($"responses/{rest}", UriKind.Relative);

    private static string Id(JsonElement response) => response.GetProperty("id").GetString()!;
}
