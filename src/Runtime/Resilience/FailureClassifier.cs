using System.Security.Authentication;

namespace TypedLlm.Resilience;

/// <summary>Decides what a failure means. One pure function, the same for a status and for an event inside a stream.</summary>
internal static class FailureClassifier
{
    private static readonly TimeSpan ModelMissing = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan ModelGone = TimeSpan.FromHours(24);

    // Short, since a key or an account is repaired outside of this process and nothing tells us when.
    private static readonly TimeSpan CredentialRefused = TimeSpan.FromMinutes(1);

    public static FailureVerdict Classify(Failure failure)
    {
        var verdict = failure.Source switch
        {
            FailureSource.Status or FailureSource.InBand => OfReply(failure),
            FailureSource.Connect => Counted(LlmFailureKind.ConnectionFailed, FailureDomain.Host, IsTls(failure) ? Repeat.Never : Repeat.AtOnce),
            FailureSource.ConnectionLost => Counted(LlmFailureKind.ConnectionFailed, FailureDomain.Model, Repeat.AtOnce),
            FailureSource.NoHeaders => Counted(LlmFailureKind.NoResponse, FailureDomain.Model, Repeat.Never),
            FailureSource.NoContent => Counted(LlmFailureKind.FirstContentTimeout, FailureDomain.Model, Repeat.Never),
            FailureSource.Stalled => Counted(LlmFailureKind.StreamStalled, FailureDomain.Model, Repeat.WhenLast),
            FailureSource.Truncated => Counted(LlmFailureKind.StreamTruncated, FailureDomain.Model, Repeat.WhenLast),
            FailureSource.InvalidAnswer when failure.Invalid is { IsFaultOfProgram: true } => Final(LlmFailureKind.InvalidAnswer),
            FailureSource.InvalidAnswer => new(LlmFailureKind.InvalidAnswer, FailureDomain.Request, Repeat.Corrected, Advance.NextTarget),

            // Another target may be told less: it has no answer to correct, or takes the schema elsewhere.
            FailureSource.TooLarge => new(LlmFailureKind.RequestTooLarge, FailureDomain.Request, Repeat.Never, Advance.NextTarget),
            FailureSource.Credential => new(LlmFailureKind.Authentication, FailureDomain.Credential, Repeat.Never, Advance.NextTarget),
            _ => Counted(LlmFailureKind.BadProviderReply, FailureDomain.Model, Repeat.Never),
        };

        return failure.ShouldRetry switch
        {
            // Another request is no repeat.
            false when verdict.Repeat is not (Repeat.AsUnary or Repeat.AsWeakerDemand or Repeat.WithoutSchema) => verdict with { Repeat = Repeat.Never },
            true when verdict.Repeat is Repeat.Never or Repeat.WhenLast => verdict with { Repeat = Repeat.AfterDelay, RetryAfter = failure.RetryAfter },
            _ => verdict,
        };
    }

    private static FailureVerdict OfReply(Failure failure)
    {
        // A code says more than the status that carries it, and inside a stream there is nothing else.
        return failure.Code switch
        {
            "max_output_tokens" when failure.Source == FailureSource.InBand => Final(LlmFailureKind.OutputTruncated),
            "refusal" when failure.Source == FailureSource.InBand => Final(LlmFailureKind.Refusal),
            "content_filter" or "content_policy_violation" or "invalid_prompt" or "bio_policy" or "cyber_policy" or "moderation_blocked" =>
                Final(LlmFailureKind.ContentFiltered),
            "context_length_exceeded" =>
                new(LlmFailureKind.ContextLengthExceeded, FailureDomain.Request, Repeat.Never, Advance.LargerWindow),
            "insufficient_quota" or "billing_hard_limit_reached" => Refused(LlmFailureKind.QuotaExceeded),
            "invalid_api_key" => Refused(LlmFailureKind.Authentication),
            "model_not_found" or "deployment_not_found" or "DeploymentNotFound" => Missing(failure.Status == 410 ? ModelGone : ModelMissing),
            "model_deprecated" or "model_decommissioned" => Missing(ModelGone),
            "unsupported_country_region_territory" =>
                new(LlmFailureKind.RegionNotSupported, FailureDomain.Host, Repeat.Never, Advance.NextTarget),
            _ when failure.Type == "insufficient_quota" => Refused(LlmFailureKind.QuotaExceeded),
            _ => OfStatus(failure.Source == FailureSource.Status ? failure.Status ?? 0 : TwinOf(failure), failure),
        };
    }

    private static FailureVerdict OfStatus(int status, Failure failure) => status switch
    {
        400 when failure is { Param: "stream", Code: "unsupported_value" } =>
            new(LlmFailureKind.InvalidRequest, FailureDomain.Request, Repeat.AsUnary, Advance.NextTarget),
        400 or 422 when FormatRefusal.RepeatAfter(failure) is { } repeat =>
            new(LlmFailureKind.InvalidRequest, FailureDomain.Request, repeat, Advance.NextTarget),
        401 => Refused(LlmFailureKind.Authentication),
        402 => Refused(LlmFailureKind.QuotaExceeded),
        403 or 404 when failure.Param == "model" => Missing(ModelMissing),
        403 => new(LlmFailureKind.PermissionDenied, FailureDomain.Model, Repeat.Never, Advance.NextTarget),

        // Perhaps a wrong address rather than a missing model, so nothing is remembered.
        404 => new(LlmFailureKind.ModelUnavailable, FailureDomain.Model, Repeat.Never, Advance.NextTarget),
        408 or 409 => new(LlmFailureKind.ServerError, FailureDomain.Request, Repeat.AfterDelay, Advance.NextTarget) { RetryAfter = failure.RetryAfter },
        410 => Missing(ModelGone),
        413 => Final(LlmFailureKind.RequestTooLarge),
        429 when IsBeyondLimit(failure) => new(LlmFailureKind.RequestTooLarge, FailureDomain.Model, Repeat.Never, Advance.NextTarget),
        429 when failure.RetryAfter is null => Counted(LlmFailureKind.RateLimited, FailureDomain.Model, Repeat.Never),
        429 => new(LlmFailureKind.RateLimited, FailureDomain.Model, Repeat.AfterDelay, Advance.NextTarget) { RetryAfter = failure.RetryAfter },
        503 or 529 => Counted(LlmFailureKind.Overloaded, FailureDomain.Model, Repeat.AfterDelay) with
        {
            MinimumDelay = TimeSpan.FromSeconds(1),
            RetryAfter = failure.RetryAfter,
        },
        >= 500 => Counted(LlmFailureKind.ServerError, FailureDomain.Model, Repeat.AfterDelay) with { RetryAfter = failure.RetryAfter },
        >= 400 => Final(LlmFailureKind.InvalidRequest),
        _ => Counted(LlmFailureKind.BadProviderReply, FailureDomain.Model, Repeat.Never),
    };

    /// <summary>The status that the same failure has when it does not happen inside a stream.</summary>
    private static int TwinOf(Failure failure) => failure.Code switch
    {
        "rate_limit_exceeded" => 429,
        "server_overloaded" or "overloaded" or "slow_down" => 503,
        "unsupported_parameter" or "unsupported_value" or "unknown_parameter" or "missing_required_parameter" or "invalid_value" or "invalid_type"
            or "invalid_json_schema" or "invalid_image" or "previous_response_not_found" => 400,
        null when failure.Type == "invalid_request_error" => 400,
        _ => failure.Status is >= 400 and var status ? status : 500,
    };

    /// <summary>The request alone is more than the limit ever allows, so waiting does not help.</summary>
    private static bool IsBeyondLimit(Failure failure) => failure.Message?.StartsWith("Request too large", StringComparison.Ordinal) == true;

    private static bool IsTls(Failure failure)
    {
        for (var exception = failure.Exception; exception is not null; exception = exception.InnerException)
        {
            if (exception is AuthenticationException or HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError })
            {
                return true;
            }
        }

        return false;
    }

    private static FailureVerdict Counted(LlmFailureKind kind, FailureDomain domain, Repeat repeat) =>
        new(kind, domain, repeat, Advance.NextTarget) { CountsForBreaker = true };

    private static FailureVerdict Final(LlmFailureKind kind) => new(kind, FailureDomain.Request, Repeat.Never, Advance.Stop);

    private static FailureVerdict Missing(TimeSpan duration) =>
        new(LlmFailureKind.ModelUnavailable, FailureDomain.Model, Repeat.Never, Advance.NextTarget) { UnavailableFor = duration };

    private static FailureVerdict Refused(LlmFailureKind kind) =>
        new(kind, FailureDomain.Credential, Repeat.Never, Advance.NextTarget) { UnavailableFor = CredentialRefused };
}
