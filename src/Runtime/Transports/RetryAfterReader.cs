using System.Globalization;
using System.Net.Http.Headers;

namespace TypedLlm.Transports;

/// <summary>
/// Reads how long a service asks to wait: <c>retry-after-ms</c>, then <c>retry-after</c> in seconds or as a date. A date is measured against
/// the answer's own <c>date</c> where there is one, so that a wrong clock on either side does no harm. What cannot be read counts as not said;
/// whether a wait fits the call is not decided here.
/// </summary>
internal static class RetryAfterReader
{
    /// <summary>Longer than any call lives, and short enough to be added to a date.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public static TimeSpan? Read(TransportResponse response, TimeProvider time) =>
        Read(response.Header("retry-after-ms"), response.Header("retry-after"), response.Header("date"), time);

    public static TimeSpan? Read(string? milliseconds, string? retryAfter, string? date, TimeProvider time)
    {
        if (Number(milliseconds) is { } inMilliseconds)
        {
            return Bounded(inMilliseconds / 1000);
        }

        if (Number(retryAfter) is { } inSeconds)
        {
            return Bounded(inSeconds);
        }

        return Moment(retryAfter) is { } until ? Bounded((until - (Moment(date) ?? time.GetUtcNow())).TotalSeconds) : null;
    }

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
            ? number
            : null;

    private static DateTimeOffset? Moment(string? text) =>
        RetryConditionHeaderValue.TryParse(text, out var value) ? value.Date : null;

    private static TimeSpan Bounded(double seconds) => TimeSpan.FromSeconds(Math.Clamp(seconds, 0, Longest.TotalSeconds));
}
