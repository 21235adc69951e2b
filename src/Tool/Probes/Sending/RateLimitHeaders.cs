using System.Buffers;
using System.Globalization;
using TypedLlm.Tool.Service;

namespace TypedLlm.Tool.Probes;

/// <summary>Reads the headers about limits. All of them may be missing.</summary>
internal static class RateLimitHeaders
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");

    private static readonly (string Unit, double Seconds)[] Units = [("ms", 0.001), ("h", 3600), ("m", 60), ("s", 1)];

    /// <summary>The limits; null if the answer names none.</summary>
    public static RateLimits? Read(ServiceReply reply, TimeSpan elapsed)
    {
        var (requests, tokens) = (Number(reply, "x-ratelimit-limit-requests"), Number(reply, "x-ratelimit-limit-tokens"));
        return requests is null && tokens is null ? null : new RateLimits(requests, tokens, elapsed);
    }

    /// <summary>When what is used up comes back; null if nothing is, or if it does not say.</summary>
    public static TimeSpan? ResetOf(ServiceReply reply)
    {
        TimeSpan? longest = null;
        foreach (var what in (ReadOnlySpan<string>)["requests", "tokens"])
        {
            if (Number(reply, $"x-ratelimit-remaining-{what}") == 0 && Duration(reply.Header($"x-ratelimit-reset-{what}")) is { } reset)
            {
                longest = longest > reset ? longest : reset;
            }
        }

        return longest;
    }

    /// <summary>A duration such as <c>6m0s</c>, <c>1s</c> or <c>2ms</c>.</summary>
    internal static TimeSpan? Duration(string? text)
    {
        var rest = text.AsSpan();
        var seconds = 0d;
        while (!rest.IsEmpty)
        {
            var digits = rest.IndexOfAnyExcept(Digits);
            if (digits <= 0 || !double.TryParse(rest[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            rest = rest[digits..];
            var known = false;
            foreach (var (unit, factor) in Units)
            {
                if (!known && rest.StartsWith(unit, StringComparison.Ordinal))
                {
                    rest = rest[unit.Length..];
                    seconds += number * factor;
                    known = true;
                }
            }

            if (!known)
            {
                return null;
            }
        }

        return string.IsNullOrEmpty(text) || seconds > TimeSpan.FromDays(1).TotalSeconds ? null : TimeSpan.FromSeconds(seconds);
    }

    private static long? Number(ServiceReply reply, string header) =>
        long.TryParse(reply.Header(header), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
