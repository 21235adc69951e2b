using System.Globalization;
using System.Net;

namespace TypedLlm.Simulator;

/// <summary>Replies of a service, a proxy or a network that is not well, one per fault that a client must survive.</summary>
public static partial class Faults
{
    /// <summary>429 <c>rate_limit_exceeded</c>; <c>Retry-After</c> in whole seconds, rounded up, or none.</summary>
    public static ScriptedReply RateLimited(TimeSpan? retryAfter = null) =>
        RateLimited(retryAfter is { } wait ? ("retry-after", Whole(wait.TotalSeconds)) : null);

    /// <summary>429 with <c>Retry-After</c> as a date, so long after the answer's moment on the simulator's clock.</summary>
    public static ScriptedReply RateLimitedUntil(TimeSpan after)
    {
        var reply = RateLimited();
        return reply with { Http = reply.Http! with { RetryAfterDate = after } };
    }

    /// <summary>429 with <c>retry-after-ms</c>.</summary>
    public static ScriptedReply RateLimitedMilliseconds(TimeSpan retryAfter) =>
        RateLimited(("retry-after-ms", Whole(retryAfter.TotalMilliseconds)));

    /// <summary>429 with <c>x-should-retry</c>.</summary>
    public static ScriptedReply RateLimitedShouldRetry(bool shouldRetry) =>
        RateLimited(("x-should-retry", shouldRetry ? "true" : "false"));

    /// <summary>429 <c>insufficient_quota</c>: waiting does not help.</summary>
    public static ScriptedReply InsufficientQuota() =>
        Error(ApiErrors.InsufficientQuota());

    /// <summary>429 for a request that is larger than the limit itself: waiting does not help.</summary>
    public static ScriptedReply RequestTooLarge() =>
        Error(ApiErrors.RequestTooLarge());

    /// <summary>500 <c>server_error</c>.</summary>
    public static ScriptedReply ServerError() => Error(ApiErrors.Server(500, "The server had an error while processing your request. Sorry about that!"));

    /// <summary>502 with the HTML page of a proxy.</summary>
    public static ScriptedReply BadGateway() => Html(502, "Bad gateway");

    /// <summary>503, overloaded; <paramref name="withBody"/> false: an empty body.</summary>
    public static ScriptedReply Unavailable(bool withBody = true) => withBody
        ? Error(ApiErrors.Server(503, "The engine is currently overloaded, please try again later."))
        : new() { Http = new HttpReply(503) };

    /// <summary>503 with the text <c>Slow Down</c>: the rate rose too fast.</summary>
    public static ScriptedReply SlowDown() =>
        Error(ApiErrors.Server(503, "Slow Down: please reduce your request rate to its original level and increase it gradually."));

    /// <summary>504 with the HTML page of a proxy.</summary>
    public static ScriptedReply GatewayTimeout() => Html(504, "Gateway time-out");

    /// <summary>529, a status of compatible servers that are overloaded.</summary>
    public static ScriptedReply Overloaded() => Error(ApiErrors.Server(529, "Overloaded"));

    /// <summary>401 <c>invalid_api_key</c>.</summary>
    public static ScriptedReply InvalidKey() => Error(ApiErrors.IncorrectKey("simulated-key"));

    /// <summary>403: the region is not served.</summary>
    public static ScriptedReply Forbidden() => Error(new ApiError(403, "Country, region, or territory not supported")
    {
        Type = "request_forbidden",
        Code = "unsupported_country_region_territory",
    });

    /// <summary>404 <c>model_not_found</c>.</summary>
    public static ScriptedReply ModelNotFound(string model) => Error(ApiErrors.ModelNotFound(model));

    /// <summary>410: the model is gone.</summary>
    public static ScriptedReply Gone(string model) =>
        Error(new ApiError(410, $"The model `{model}` has been deprecated and is no longer available.") { Param = "model", Code = "model_deprecated" });

    /// <summary>400 with a code, a message and a parameter of your choice.</summary>
    public static ScriptedReply BadRequest(string code, string message, string? param = null) =>
        Error(new ApiError(400, message) { Code = code, Param = param });

    /// <summary>400 <c>context_length_exceeded</c>.</summary>
    public static ScriptedReply ContextLengthExceeded() => Error(ApiErrors.ContextLengthExceeded());

    /// <summary>400 <c>content_policy_violation</c>.</summary>
    public static ScriptedReply ContentPolicyViolation() => BadRequest(
        "content_policy_violation", "Your request was rejected as a result of our safety system.");

    /// <summary>400 <c>unsupported_parameter</c> for <paramref name="param"/>.</summary>
    public static ScriptedReply UnsupportedParameter(string param) => Error(ApiErrors.UnsupportedParameter(param));

    /// <summary>400 <c>unsupported_value</c> for <c>stream</c>: the organisation may not stream this model.</summary>
    public static ScriptedReply StreamNotAllowed() => Error(ApiErrors.StreamNotAllowed());

    /// <summary>200 with an HTML page in place of JSON.</summary>
    public static ScriptedReply HtmlInsteadOfAnswer() => Html(200, "Sign in to the network");

    /// <summary>302 to <paramref name="location"/>.</summary>
    public static ScriptedReply Redirect(Uri location) => new()
    {
        Http = new HttpReply(302) { Headers = new Dictionary<string, string> { ["location"] = location.AbsoluteUri } },
    };

    /// <summary>200 with a compressed body that becomes <paramref name="bytes"/> bytes.</summary>
    public static ScriptedReply GzipBomb(long bytes) => new() { Http = new HttpReply(200) { FillerBytes = bytes, Gzip = true } };

    /// <summary>200 with a body of <paramref name="bytes"/> bytes.</summary>
    public static ScriptedReply OversizeBody(long bytes) => new() { Http = new HttpReply(200) { FillerBytes = bytes } };

    internal static ScriptedReply Error(ApiError error) => new()
    {
        Http = new HttpReply(error.Status) { Body = error.ToJson() },
    };

    private static ScriptedReply RateLimited((string Name, string Value)? header)
    {
        var reply = Error(ApiErrors.RateLimited());
        return header is { } h
            ? reply with { Http = reply.Http! with { Headers = new Dictionary<string, string> { [h.Name] = h.Value } } }
            : reply;
    }

    private static ScriptedReply Html(int status, string title) => new()
    {
        Http = new HttpReply(status)
        {
            ContentType = "text/html; charset=utf-8",
            Body = $"<!DOCTYPE html>\n<html><head><title>{WebUtility.HtmlEncode(title)}</title></head><body><h1>{WebUtility.HtmlEncode(title)}</h1></body></html>\n",
        },
    };

    private static string Whole(double value) => Math.Ceiling(value).ToString("0", CultureInfo.InvariantCulture);
}
