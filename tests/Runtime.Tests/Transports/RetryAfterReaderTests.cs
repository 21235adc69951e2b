using System.Globalization;
using System.Text.Json;
using TypedLlm.Runtime.Tests.Streaming;
using TypedLlm.TestKit;
using TypedLlm.Transports;

namespace TypedLlm.Runtime.Tests.Transports;

/// <remarks>
/// The recorded rows are what a client of another language does, with its backoff mixed in. This reader only says what the header says, so three
/// things differ on purpose: a wait of zero or less is zero, not a backoff; a wait beyond 120 s is told, not dropped, because whether it fits
/// is for the caller's deadline; and a number without end is told as the longest wait there is.
/// </remarks>
public sealed class RetryAfterReaderTests
{
    private static readonly JsonElement Data = Recordings.Document("retry-after.json");
    private static readonly ManualClock Clock = new(DateTimeOffset.FromUnixTimeSeconds(Data.GetProperty("now_unix").GetInt64()));

    private static readonly Dictionary<string, double?> Different = new()
    {
        ["0"] = 0,
        ["-10"] = null,
        ["121"] = 121,
        ["Fri, 29 Sep 2023 16:26:37 GMT"] = 0,
        ["Fri, 29 Sep 2023 16:26:27 GMT"] = 0,
        ["Fri, 29 Sep 2023 16:28:38 GMT"] = 121,
        ["99999999999999999999999999999999999"] = TimeSpan.FromDays(1).TotalSeconds,
    };

    public static TheoryData<string, double?> Rows
    {
        get
        {
            var rows = new TheoryData<string, double?>();
            foreach (var row in Data.GetProperty("delay_cases").EnumerateArray().Where(row => row.GetProperty("remaining_retries").GetInt32() == 3))
            {
                var value = row.GetProperty("retry_after").GetString()!;
                var delay = row.GetProperty("delay_s").GetDouble();

                // Half a second is that client's first backoff: it read nothing.
                rows.Add(value, Different.TryGetValue(value, out var ours) ? ours : delay == 0.5 ? null : delay);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Every_recorded_value_is_read(string value, double? seconds) =>
        Assert.Equal(seconds, RetryAfterReader.Read(null, value, null, Clock)?.TotalSeconds);

    [Theory]
    [InlineData("120000", null, 120.0)]
    [InlineData("120001", "7", 120.001)]
    [InlineData("250.5", "7", 0.2505)]
    [InlineData("soon", "7", 7.0)]
    [InlineData("nan", "0.25", 0.25)]
    [InlineData(null, " 3 ", 3.0)]
    [InlineData(null, null, null)]
    [InlineData("", "", null)]
    public void Milliseconds_come_first_and_fractions_count(string? milliseconds, string? retryAfter, double? seconds) =>
        Assert.Equal(seconds, RetryAfterReader.Read(milliseconds, retryAfter, null, Clock)?.TotalSeconds);

    [Fact]
    public void A_date_is_measured_against_the_answers_own_date()
    {
        // The service's clock is ten minutes ahead of ours.
        var date = Clock.GetUtcNow().AddMinutes(10);
        var retryAfter = date.AddSeconds(5);

        Assert.Equal(
            TimeSpan.FromSeconds(5),
            RetryAfterReader.Read(null, retryAfter.ToString("r", CultureInfo.InvariantCulture), date.ToString("r", CultureInfo.InvariantCulture), Clock));
    }
}
