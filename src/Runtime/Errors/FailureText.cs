using System.Globalization;
using System.Text;

namespace TypedLlm;

/// <summary>The words of errors and log events: what failed, what each attempt met, what to do. Nothing of it comes from outside.</summary>
internal static class FailureText
{
    private const string CheckThrew = "a check of the answer threw";

    /// <summary>The message of a failed call.</summary>
    /// <param name="method">The method.</param>
    /// <param name="kind">What failed.</param>
    /// <param name="attempts">What each attempt met.</param>
    /// <param name="invalid">What is wrong with the last answer, if that is what failed.</param>
    /// <param name="advice">What to do, if it is not what the kind tells.</param>
    public static string Of(string method, LlmFailureKind kind, IReadOnlyList<LlmAttempt> attempts, AnswerException? invalid = null, string? advice = null)
    {
        var text = new StringBuilder().Append(method).Append(" failed: ").Append(What(kind, invalid)).Append('.');
        for (var i = 0; i < attempts.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n  {i + 1}. ");
            Append(text, attempts[i]);
        }

        return text.Append('\n').Append(advice ?? Advice(kind, invalid)).ToString();
    }

    /// <summary>The attempts in one line.</summary>
    public static string Of(IReadOnlyList<LlmAttempt> attempts)
    {
        var text = new StringBuilder();
        foreach (var attempt in attempts)
        {
            if (text.Length > 0)
            {
                text.Append("; ");
            }

            Append(text, attempt);
        }

        return text.ToString();
    }

    /// <summary>What to do about an answer that broke when some of it was handed out; null if that is not what kept it from being replaced.</summary>
    /// <param name="kind">What failed.</param>
    /// <param name="mayRestart">Whether the stream could have begun again.</param>
    public static string? AfterHandingOut(LlmFailureKind kind, bool mayRestart)
    {
        if (kind is LlmFailureKind.OutputTruncated or LlmFailureKind.InvalidAnswer)
        {
            return null;
        }

        var timers = kind == LlmFailureKind.StreamStalled ? "If the model needs longer, raise the timers. " : "";
        return timers + (mayRestart
            ? "Some of the answer was handed out, so nothing was asked again: with OnInterrupted = InterruptedStream.Restart a fallback takes over, and a Restarted event says that all before it is void."
            : "What was handed out cannot be taken back, so nothing was asked again: call again, or take a stream of LlmEvent<T> with OnInterrupted = InterruptedStream.Restart.");
    }

    /// <summary>What a failure is whose answer is known, as part of a sentence.</summary>
    private static string What(LlmFailureKind kind, AnswerException? invalid) => (kind, invalid) switch
    {
        (LlmFailureKind.InvalidAnswer, { IsFaultOfProgram: true }) => CheckThrew,
        (LlmFailureKind.InvalidAnswer, { IsRefusedByCheck: true }) => "the answer fails the checks of its type",
        _ => What(kind),
    };

    /// <summary>Why an attempt failed, with what is wrong with its answer.</summary>
    public static string Reason(LlmFailureKind kind, AnswerException? invalid) =>
        invalid is null ? What(kind) : $"{(invalid.IsFaultOfProgram ? CheckThrew : What(kind))}: {invalid.Fault}";

    /// <summary>What a failure of a kind is, as part of a sentence.</summary>
    public static string What(LlmFailureKind kind) => kind switch
    {
        LlmFailureKind.Authentication => "the key was refused or could not be got",
        LlmFailureKind.PermissionDenied => "the key may not do this",
        LlmFailureKind.RegionNotSupported => "the region is not served",
        LlmFailureKind.ModelUnavailable => "the model does not exist for this key",
        LlmFailureKind.RateLimited => "too many requests or tokens",
        LlmFailureKind.QuotaExceeded => "the quota or budget of the account is used up",
        LlmFailureKind.ServerError => "the service failed",
        LlmFailureKind.Overloaded => "the service is overloaded",
        LlmFailureKind.ConnectionFailed => "the connection failed",
        LlmFailureKind.NoResponse => "no answer began in time",
        LlmFailureKind.FirstContentTimeout => "no content came in time",
        LlmFailureKind.StreamStalled => "the stream fell silent",
        LlmFailureKind.StreamTruncated => "the stream ended before the answer did",
        LlmFailureKind.BadProviderReply => "the reply is not what the service documents",
        LlmFailureKind.OutputTruncated => "the output limit cut the answer",
        LlmFailureKind.ContentFiltered => "a content filter stopped the prompt or the answer",
        LlmFailureKind.Refusal => "the model refused to answer",
        LlmFailureKind.InvalidAnswer => "the answer is not of the type that was asked for",
        LlmFailureKind.ContextLengthExceeded => "the prompt does not fit the context window",
        LlmFailureKind.InvalidRequest => "the service refused the request as invalid",
        LlmFailureKind.RequestTooLarge => "the request is too large",
        LlmFailureKind.DeadlineExceeded => "the deadline passed",
        LlmFailureKind.NoEligibleModel => "no model of the chain may be asked now",
        LlmFailureKind.UnknownModel => "a model of the chain is in no catalog",
        _ => "the settings cannot work",
    };

    private static string Advice(LlmFailureKind kind, AnswerException? invalid) => kind switch
    {
        LlmFailureKind.Authentication =>
            $"Check {TypedLlmOptions.SectionName}:Providers:<name>:ApiKey, its organization and project, and from which addresses it may be used.",
        LlmFailureKind.PermissionDenied => "Check which models and scopes the project of the key has.",
        LlmFailureKind.RegionNotSupported => "Call from a region that the service supports, or add a fallback of another provider.",
        LlmFailureKind.ModelUnavailable => "Check that the project of the key has the model, and BaseUrl if no model is found; or name another fallback.",
        LlmFailureKind.RateLimited => "Send less, ask for higher limits, or add a fallback: limits are per model.",
        LlmFailureKind.QuotaExceeded => "Raise the budget of the account; all its models are stopped.",
        LlmFailureKind.ConnectionFailed => "Check BaseUrl, name resolution, proxy and certificates.",
        LlmFailureKind.NoResponse or LlmFailureKind.FirstContentTimeout or LlmFailureKind.StreamStalled =>
            "If the model needs longer, raise the timers; else add a fallback.",
        LlmFailureKind.OutputTruncated => "Raise MaxOutputTokens, or ask for less; GetPartialText() has what came.",
        LlmFailureKind.ContentFiltered or LlmFailureKind.Refusal =>
            "Change the prompt; GetProviderMessage() and GetPartialText() have the words of the service. Other models are not asked.",
        LlmFailureKind.InvalidAnswer => Advice(invalid),
        LlmFailureKind.ContextLengthExceeded => "Shorten the prompt, or add a fallback with a larger context window.",
        LlmFailureKind.InvalidRequest => "GetProviderMessage() has the reason of the service; sending it again will not help.",
        LlmFailureKind.RequestTooLarge => "Shorten the prompt.",
        LlmFailureKind.DeadlineExceeded => "Raise TimeoutMs, LlmCallOptions.Timeout or TypedLlm:Timers, or add a faster fallback.",
        LlmFailureKind.NoEligibleModel => "Each entry says why; add a model that may be asked, or try again when one is back.",
        _ => "Try again later, or add a fallback that does not share the cause.",
    };

    private static string Advice(AnswerException? invalid) => invalid switch
    {
        { IsFaultOfProgram: true } =>
            "Mend the check: no other answer helps. GetPartialText() has the answer, and the inner AnswerException what was thrown (GetCause()).",
        { IsRefusedByCheck: true } =>
            "Each entry says what is wrong with its answer and where. Say in the prompt or a description what the check demands, or have it warn. GetPartialText() has the last answer, and the inner AnswerException the words of the check (GetFindings()).",
        _ => "Each entry says what is wrong with its answer and where. Describe the member better, or ask for less of it. GetPartialText() has the last answer, and the inner AnswerException the place (GetExcerpt())"
            + (invalid?.GetCause() is null ? "." : " and what was thrown (GetCause())."),
    };

    private static void Append(StringBuilder text, LlmAttempt attempt)
    {
        text.Append(attempt.Model).Append(attempt.Outcome switch
        {
            AttemptOutcome.Succeeded => " answered",
            AttemptOutcome.Skipped => " was passed over",
            AttemptOutcome.Cancelled => " was cancelled",
            _ => " failed",
        });
        if (attempt.Outcome != AttemptOutcome.Skipped)
        {
            text.Append(CultureInfo.InvariantCulture, $" after {attempt.Duration.TotalSeconds:0.###} s");
            Append(text, "status", attempt.Status?.ToString(CultureInfo.InvariantCulture));
            Append(text, "code", attempt.Code);
            Append(text, "request", attempt.RequestId);
        }

        if (attempt.Reason is not null)
        {
            text.Append(": ").Append(attempt.Reason);
        }
    }

    private static void Append(StringBuilder text, string name, string? value)
    {
        if (value is not null)
        {
            text.Append(", ").Append(name).Append(' ').Append(value);
        }
    }
}
