using System.Security.Authentication;
using TypedLlm.Resilience;

namespace TypedLlm.Runtime.Tests.Resilience;

public sealed class FailureClassifierTests
{
    private static readonly TimeSpan TenMinutes = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan TwoSeconds = TimeSpan.FromSeconds(2);

    private static readonly (string Row, Failure Failure, FailureVerdict Verdict)[] Rows =
    [
        ("1 key refused", Status(401, "invalid_api_key"), Verdict(LlmFailureKind.Authentication, FailureDomain.Credential) with { UnavailableFor = Minute }),
        ("1 key refused, no code", Status(401), Verdict(LlmFailureKind.Authentication, FailureDomain.Credential) with { UnavailableFor = Minute }),
        ("1 no key", new(FailureSource.Credential), Verdict(LlmFailureKind.Authentication, FailureDomain.Credential)),
        ("2 model not found", Status(404, "model_not_found"), Verdict(LlmFailureKind.ModelUnavailable, FailureDomain.Model) with { UnavailableFor = TenMinutes }),
        ("2 no access", Status(403, "model_not_found"), Verdict(LlmFailureKind.ModelUnavailable, FailureDomain.Model) with { UnavailableFor = TenMinutes }),
        ("2 param model", Status(403) with { Param = "model" }, Verdict(LlmFailureKind.ModelUnavailable, FailureDomain.Model) with { UnavailableFor = TenMinutes }),
        ("2 no such address", Status(404), Verdict(LlmFailureKind.ModelUnavailable, FailureDomain.Model)),
        ("2 scope of the key", Status(403), Verdict(LlmFailureKind.PermissionDenied, FailureDomain.Model)),
        ("3 gone", Status(410), Verdict(LlmFailureKind.ModelUnavailable, FailureDomain.Model) with { UnavailableFor = Day }),
        ("3 gone with code", Status(410, "model_not_found"), Verdict(LlmFailureKind.ModelUnavailable, FailureDomain.Model) with { UnavailableFor = Day }),
        ("3 deprecated", Status(404, "model_deprecated"), Verdict(LlmFailureKind.ModelUnavailable, FailureDomain.Model) with { UnavailableFor = Day }),
        ("4 region", Status(403, "unsupported_country_region_territory"), Verdict(LlmFailureKind.RegionNotSupported, FailureDomain.Host)),
        ("5 429 with Retry-After", Status(429, "rate_limit_exceeded") with { RetryAfter = TwoSeconds },
            Verdict(LlmFailureKind.RateLimited, FailureDomain.Model, Repeat.AfterDelay) with { RetryAfter = TwoSeconds }),
        ("6 429 without", Status(429, "rate_limit_exceeded"), Verdict(LlmFailureKind.RateLimited, FailureDomain.Model) with { CountsForBreaker = true }),
        ("6 429 never fits", Status(429, "rate_limit_exceeded") with { Message = "Request too large for gpt-5.4", RetryAfter = TwoSeconds },
            Verdict(LlmFailureKind.RequestTooLarge, FailureDomain.Model)),
        ("7 quota", Status(429, "insufficient_quota"), Verdict(LlmFailureKind.QuotaExceeded, FailureDomain.Credential) with { UnavailableFor = Minute }),
        ("7 quota by type", Status(429) with { Type = "insufficient_quota", RetryAfter = TwoSeconds },
            Verdict(LlmFailureKind.QuotaExceeded, FailureDomain.Credential) with { UnavailableFor = Minute }),
        ("7 payment", Status(402), Verdict(LlmFailureKind.QuotaExceeded, FailureDomain.Credential) with { UnavailableFor = Minute }),
        ("8 500", Status(500, "server_error"), Counted(LlmFailureKind.ServerError)),
        ("8 502", Status(502), Counted(LlmFailureKind.ServerError)),
        ("8 504 with Retry-After", Status(504) with { RetryAfter = TwoSeconds }, Counted(LlmFailureKind.ServerError) with { RetryAfter = TwoSeconds }),
        ("9 503", Status(503), Counted(LlmFailureKind.Overloaded) with { MinimumDelay = TimeSpan.FromSeconds(1) }),
        ("9 529", Status(529), Counted(LlmFailureKind.Overloaded) with { MinimumDelay = TimeSpan.FromSeconds(1) }),
        ("10 slow down", Status(503) with { Message = "Slow Down" }, Counted(LlmFailureKind.Overloaded) with { MinimumDelay = TimeSpan.FromSeconds(1) }),
        ("11 408", Status(408), Verdict(LlmFailureKind.ServerError, FailureDomain.Request, Repeat.AfterDelay)),
        ("11 409", Status(409), Verdict(LlmFailureKind.ServerError, FailureDomain.Request, Repeat.AfterDelay)),
        ("12 refused", new(FailureSource.Connect), Verdict(LlmFailureKind.ConnectionFailed, FailureDomain.Host, Repeat.AtOnce) with { CountsForBreaker = true }),
        ("12 reset", new(FailureSource.ConnectionLost), Verdict(LlmFailureKind.ConnectionFailed, FailureDomain.Model, Repeat.AtOnce) with { CountsForBreaker = true }),
        ("12 certificate", new(FailureSource.Connect) { Exception = new HttpRequestException("tls", new AuthenticationException("certificate")) },
            Verdict(LlmFailureKind.ConnectionFailed, FailureDomain.Host) with { CountsForBreaker = true }),
        ("13 no headers", new(FailureSource.NoHeaders), Verdict(LlmFailureKind.NoResponse, FailureDomain.Model) with { CountsForBreaker = true }),
        ("14 no content", new(FailureSource.NoContent), Verdict(LlmFailureKind.FirstContentTimeout, FailureDomain.Model) with { CountsForBreaker = true }),
        ("15 stalled", new(FailureSource.Stalled), Verdict(LlmFailureKind.StreamStalled, FailureDomain.Model, Repeat.WhenLast) with { CountsForBreaker = true }),
        ("17 truncated", new(FailureSource.Truncated), Verdict(LlmFailureKind.StreamTruncated, FailureDomain.Model, Repeat.WhenLast) with { CountsForBreaker = true }),
        ("19 not readable", new(FailureSource.BadReply), Verdict(LlmFailureKind.BadProviderReply, FailureDomain.Model) with { CountsForBreaker = true }),
        ("20 cut by the limit", InBand("max_output_tokens"), Final(LlmFailureKind.OutputTruncated)),
        ("21 filtered at the end", InBand("content_filter"), Final(LlmFailureKind.ContentFiltered)),
        ("21 policy", Status(400, "content_policy_violation"), Final(LlmFailureKind.ContentFiltered)),
        ("21 policy in the stream", InBand("cyber_policy"), Final(LlmFailureKind.ContentFiltered)),
        ("22 refusal", InBand("refusal"), Final(LlmFailureKind.Refusal)),
        ("23 context", Status(400, "context_length_exceeded"),
            Verdict(LlmFailureKind.ContextLengthExceeded, FailureDomain.Request) with { Advance = Advance.LargerWindow }),
        ("24 invalid", Status(400, "unsupported_parameter"), Final(LlmFailureKind.InvalidRequest)),
        ("24 422", Status(422), Final(LlmFailureKind.InvalidRequest)),
        ("24a may not stream", Status(400, "unsupported_value") with { Param = "stream" },
            Verdict(LlmFailureKind.InvalidRequest, FailureDomain.Request, Repeat.AsUnary)),
        ("24b schema", Status(400, "invalid_json_schema") with { AsksFormat = true, ShouldRetry = false },
            Verdict(LlmFailureKind.InvalidRequest, FailureDomain.Request, Repeat.WithoutSchema)),
        ("24c a schema that nobody sent", Status(400, "invalid_json_schema") with { Param = "text.format.schema" }, Final(LlmFailureKind.InvalidRequest)),
        ("25 too large", Status(413), Final(LlmFailureKind.RequestTooLarge)),
        ("x-should-retry false", Status(500) with { ShouldRetry = false }, Counted(LlmFailureKind.ServerError) with { Repeat = Repeat.Never }),
        ("x-should-retry false of a demand", Status(400, "unsupported_value") with { Param = "text.format", AsksFormat = true, ShouldRetry = false },
            Verdict(LlmFailureKind.InvalidRequest, FailureDomain.Request, Repeat.AsWeakerDemand)),
        ("x-should-retry true", Status(400) with { ShouldRetry = true }, Final(LlmFailureKind.InvalidRequest) with { Repeat = Repeat.AfterDelay }),
    ];

    public static TheoryData<string> RowNames => [.. Rows.Select(row => row.Row)];

    [Theory]
    [MemberData(nameof(RowNames))]
    public void Row_of_the_failure_table(string name)
    {
        var row = Rows.Single(row => row.Row == name);

        Assert.Equal(row.Verdict, FailureClassifier.Classify(row.Failure));
    }

    [Theory]
    [InlineData("server_error", 500)]
    [InlineData("rate_limit_exceeded", 429)]
    [InlineData("insufficient_quota", 429)]
    [InlineData("context_length_exceeded", 400)]
    [InlineData("invalid_prompt", 400)]
    [InlineData("model_not_found", 404)]
    [InlineData("unsupported_parameter", 400)]
    [InlineData("slow_down", 503)]
    [InlineData("invalid_api_key", 401)]
    public void Error_inside_a_stream_is_judged_as_its_twin_outside(string code, int status) =>
        Assert.Equal(FailureClassifier.Classify(Status(status, code)), FailureClassifier.Classify(InBand(code)));

    [Fact]
    public void Error_inside_a_stream_that_nobody_knows_is_a_failure_of_the_service() =>
        Assert.Equal(FailureClassifier.Classify(Status(500)), FailureClassifier.Classify(InBand("never_heard_of")));

    [Fact]
    public void Every_source_and_status_has_a_verdict()
    {
        foreach (var source in Enum.GetValues<FailureSource>())
        {
            for (var status = 0; status < 700; status++)
            {
                var verdict = FailureClassifier.Classify(new(source) { Status = status });
                Assert.True(Enum.IsDefined(verdict.Kind));

                // Nothing that stops a call may be remembered against the model.
                Assert.False(verdict is { Advance: Advance.Stop } and ({ CountsForBreaker: true } or { UnavailableFor: not null }));
            }
        }
    }

    private static Failure Status(int status, string? code = null) => new(FailureSource.Status) { Status = status, Code = code };

    private static Failure InBand(string code) => new(FailureSource.InBand) { Code = code };

    private static FailureVerdict Verdict(LlmFailureKind kind, FailureDomain domain, Repeat repeat = Repeat.Never) =>
        new(kind, domain, repeat, Advance.NextTarget);

    private static FailureVerdict Counted(LlmFailureKind kind) =>
        Verdict(kind, FailureDomain.Model, Repeat.AfterDelay) with { CountsForBreaker = true };

    private static FailureVerdict Final(LlmFailureKind kind) => new(kind, FailureDomain.Request, Repeat.Never, Advance.Stop);
}
