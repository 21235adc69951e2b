using System.Globalization;

namespace TypedLlm.Simulator;

/// <summary>The headers of a model's answer: those of every answer, and the limits of an account that nobody else uses.</summary>
internal static class RateLimitHeaders
{
    public static Dictionary<string, string> Of(Exchange exchange, Answer answer, SimulatedAccount account, string contentType)
    {
        var headers = exchange.Headers(contentType);
        if (account.RateLimits is { } limits)
        {
            Write(headers, "requests", limits.RequestsPerMinute, 1, reset: "2ms");
            Write(headers, "tokens", limits.TokensPerMinute, answer.InputTokens, reset: "0s");
            if (limits.ProjectTokensPerMinute is { } project)
            {
                Write(headers, "project-tokens", project, answer.InputTokens, reset: "0s");
            }
        }

        return headers;
    }

    private static void Write(Dictionary<string, string> headers, string what, int limit, int used, string reset)
    {
        headers[$"x-ratelimit-limit-{what}"] = limit.ToString(CultureInfo.InvariantCulture);
        headers[$"x-ratelimit-remaining-{what}"] = Math.Max(0, limit - used).ToString(CultureInfo.InvariantCulture);
        headers[$"x-ratelimit-reset-{what}"] = reset;
    }
}
