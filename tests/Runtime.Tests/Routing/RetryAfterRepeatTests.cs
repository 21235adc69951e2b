using System.Globalization;
using System.Text.Json;
using TypedLlm.Runtime.Tests.Fakes;
using TypedLlm.Runtime.Tests.Streaming;

namespace TypedLlm.Runtime.Tests.Routing;

/// <summary>Which recorded waits are waited for before the same model is asked again, and which end the call.</summary>
public sealed class RetryAfterRepeatTests
{
    private static readonly JsonElement Data = Recordings.Document("retry-after.json");
    private static readonly string Date = DateTimeOffset.FromUnixTimeSeconds(Data.GetProperty("now_unix").GetInt64()).ToString("r", CultureInfo.InvariantCulture);

    public static TheoryData<string, string, bool> Rows
    {
        get
        {
            var rows = new TheoryData<string, string, bool>();
            foreach (var row in Data.GetProperty("should_retry_cases").EnumerateArray())
            {
                var header = row.GetProperty("headers").EnumerateObject().Single();
                rows.Add(header.Name, header.Value.GetString()!, row.GetProperty("should_retry").GetBoolean());
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Every_recorded_wait_is_waited_for_or_not(string header, string value, bool repeats)
    {
        var isFirst = true;
        using var runtime = new TestRuntime(async request =>
        {
            if (!isFirst)
            {
                return await Replies.Text(request, "hello");
            }

            isFirst = false;
            var refusal = await Replies.Error(429, "rate_limit_exceeded");
            refusal.Headers.TryAddWithoutValidation(header, value);
            refusal.Headers.TryAddWithoutValidation("date", Date);
            return refusal;
        });
        var call = runtime.AskAsync(TestRuntime.Refine(TestRuntime.Method("5.4"), timeoutMs: 600_000));
        if (repeats)
        {
            await runtime.Clock.AdvanceToTimerAsync(TimeSpan.FromSeconds(120));
            await call;
            Assert.Equal(TimeSpan.FromSeconds(120), runtime.Service.Requests[1].At - runtime.Service.Requests[0].At);
        }
        else
        {
            Assert.Equal(LlmFailureKind.RateLimited, (await runtime.FailAsync(call)).Kind);
            Assert.Single(runtime.Service.Requests);
        }
    }
}
