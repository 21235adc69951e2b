using Microsoft.Extensions.Logging;
using TypedLlm.Runtime.Tests.Fakes;

namespace TypedLlm.Runtime.Tests.Telemetry;

public sealed class LogTests : IDisposable
{
    private readonly LogRecorder _log = new();

    [Fact]
    public async Task Call_that_goes_well_is_silent()
    {
        using var runtime = Runtime(request => Replies.Text(request, "hello"));
        await runtime.AskAsync();

        Assert.Empty(_log.Events);
    }

    [Fact]
    public async Task Call_that_was_saved_is_one_warning_with_its_attempts()
    {
        using var runtime = Runtime(request => request.Model == TestRuntime.Primary ? Replies.Error(403) : Replies.Text(request, "hello"));
        await runtime.AskAsync();

        var (level, _, text) = Assert.Single(_log.Events);
        Assert.Equal(LogLevel.Warning, level);
        Assert.Contains("Shop.ISupportDesk.AnswerAsync was answered by gpt-5.6-sol", text, StringComparison.Ordinal);
        Assert.Contains("gpt-5.4 failed after 0 s, status 403, request req_fake: the key may not do this", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_that_failed_is_one_error_and_a_lost_model_another()
    {
        using var runtime = Runtime(_ => Replies.Error(404, "model_not_found"));
        await runtime.FailAsync(runtime.AskAsync(TestRuntime.Method("5.4")));

        Assert.Equal([3, 2], _log.Events.Select(entry => entry.Id));
        Assert.All(_log.Events, entry => Assert.Equal(LogLevel.Error, entry.Level));
    }

    [Fact]
    public async Task End_of_a_model_is_announced_once_and_no_call_is_called_degraded_for_it()
    {
        using var runtime = Runtime(request => Replies.Text(request, "hello"));
        var method = TestRuntime.Method("5.3", "gpt-5", "5.4");
        await runtime.AskAsync(method);
        await runtime.AskAsync(method);

        Assert.Equal([6, 7], _log.Events.Select(entry => entry.Id));
        Assert.Contains("2026-12-11", _log.Events[1].Text, StringComparison.Ordinal);
    }

    public void Dispose() => _log.Dispose();

    private TestRuntime Runtime(Func<FakeRequest, Task<HttpResponseMessage>> answer) => new(answer, options => options.LoggerFactory = _log);
}
