using System.Text;
using TypedLlm.Resilience;
using TypedLlm.Streaming;

namespace TypedLlm.Runtime.Tests.Streaming;

public sealed class CallTests
{
    [Fact]
    public async Task A_whole_body_is_an_answer()
    {
        var answer = await CallAsync(SampleStream.Response("completed", "one ", "two"));

        Assert.Equal(("one two", "resp_1", "gpt-5.4-2026-03-05", "req_1"), (answer.Text, answer.Id, answer.Model, answer.RequestId));
        Assert.NotNull(answer.TimeToFirstContent);
    }

    [Theory]
    [InlineData("{\"output\":[],\"usage\":null}", null, null)]
    [InlineData("{\"output\":[],\"usage\":{}}", null, null)]
    [InlineData("{\"output\":[],\"usage\":7}", null, null)]
    [InlineData("{\"output\":[],\"usage\":{\"input_tokens\":\"12\",\"output_tokens\":\"3\"}}", 12L, 3L)]
    [InlineData("{\"output\":[],\"usage\":{\"input_tokens\":12,\"input_tokens_details\":null,\"output_tokens\":null,\"output_tokens_details\":[]}}", 12L, 0L)]
    [InlineData("{\"output\":[],\"usage\":{\"input_tokens\":-5,\"output_tokens\":1.5}}", null, null)]
    public async Task Usage_may_lack_anything_and_be_text(string body, long? input, long? output)
    {
        var usage = (await CallAsync(body)).Usage;

        Assert.Equal((input, output), (usage?.InputTokens, usage?.OutputTokens));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><body>Bad gateway</body></html>")]
    [InlineData("\"text\"")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"object\":\"list\",\"data\":[]}")]
    [InlineData("{\"status\":\"completed\",\"output\":null}")]
    [InlineData("{\"status\":\"in_progress\",\"output\":[]}")]
    [InlineData("{\"status\":\"completed\",\"output\":[")]
    [InlineData("{\"status\":\"completed\",\"output\":[]}}")]
    [InlineData("{\"output\":[{\"content\":[{\"type\":\"output_text\",\"text\":\"\\ud83d\"}]}]}")]
    public async Task What_is_no_finished_response_is_a_bad_reply(string body)
    {
        var failure = await Assert.ThrowsAsync<AttemptFailedException>(() => CallAsync(body));

        Assert.Equal((FailureSource.BadReply, "req_1"), (failure.Failure.Source, failure.Failure.RequestId));
    }

    [Theory]
    [InlineData("{\"id\":\"resp_1\",\"status\":\"failed\",\"error\":{\"code\":\"server_error\",\"message\":\"It broke.\"},\"output\":[]}", "server_error")]
    [InlineData("{\"error\":{\"code\":\"insufficient_quota\",\"type\":\"insufficient_quota\",\"message\":\"Pay.\"}}", "insufficient_quota")]
    [InlineData("{\"error\":\"plain words\"}", null)]
    [InlineData("{\"status\":\"cancelled\",\"output\":[],\"error\":null}", null)]
    public async Task A_failed_response_in_a_success_is_the_services_failure(string body, string? code)
    {
        var failure = await Assert.ThrowsAsync<AttemptFailedException>(() => CallAsync(body));

        Assert.Equal((FailureSource.InBand, code), (failure.Failure.Source, failure.Failure.Code));
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_a_bad_reply()
    {
        var body = new byte[33 * 1024 * 1024];
        body.AsSpan().Fill((byte)' ');

        var failure = await Assert.ThrowsAsync<AttemptFailedException>(() => Wire.CallAsync(body));

        Assert.Equal(FailureSource.BadReply, failure.Failure.Source);
    }

    [Theory]
    [InlineData("text/html", "<html>sign in</html>", nameof(FailureSource.BadReply), null)]
    [InlineData("application/json", "{\"id\":\"resp_1\",\"output\":[]}", nameof(FailureSource.BadReply), null)]
    [InlineData("application/json", "{\"error\":{\"code\":\"rate_limit_exceeded\",\"message\":\"m\"}}", nameof(FailureSource.InBand), "rate_limit_exceeded")]
    public async Task A_success_that_is_no_stream_fails_the_attempt(string contentType, string body, string source, string? code)
    {
        var transport = Wire.Transport(new ChunkStream([Encoding.UTF8.GetBytes(body)]), contentType);

        var failure = await Assert.ThrowsAsync<AttemptFailedException>(async () => await Attempt.OpenAsync(transport, default, Wire.NoTimers, TimeProvider.System, default));

        Assert.Equal((source, code), (failure.Failure.Source.ToString(), failure.Failure.Code));
    }

    private static Task<ResponseSnapshot> CallAsync(string body) => Wire.CallAsync(Encoding.UTF8.GetBytes(body));
}
