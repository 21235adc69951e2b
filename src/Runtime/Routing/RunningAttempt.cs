using System.Diagnostics;
using Microsoft.Extensions.Logging;
using TypedLlm.Chains;
using TypedLlm.CompilerServices;
using TypedLlm.Registry;
using TypedLlm.Resilience;
using TypedLlm.Streaming;
using TypedLlm.Telemetry;
using TypedLlm.Transports;

namespace TypedLlm.Routing;

/// <summary>A request on its way to a target. Ends exactly once, and then stands in the ledger.</summary>
internal sealed class RunningAttempt(PlannedTarget target, ResponsesTransport transport, ModelAccess access, bool stream, AnswerFormat? format, AnswerMode mode, TimeProvider time)
{
    private DateTimeOffset _startedAt;
    private long _start;
    private Activity? _span;

    public PlannedTarget Target => target;

    public ResponsesTransport Transport => transport;

    public ModelAccess Access => access;

    /// <summary>Whether the answer is streamed on the wire.</summary>
    public bool IsStreamed => stream;

    /// <summary>What the answer has to be; null for text.</summary>
    public AnswerFormat? Format => format;

    /// <summary>How that is demanded.</summary>
    public AnswerMode Mode => mode;

    public ModelChannel Channel { get; } = access.Channel(stream);

    /// <summary>What it was let through as; null while nobody has to give it back.</summary>
    public Admission? Admission { get; set; }

    /// <summary>The stream that it opened.</summary>
    public AnswerStream? Stream { get; set; }

    /// <summary>Whether the request was sent.</summary>
    public bool IsStarted { get; private set; }

    public void Start(string method, CallSettings settings, int number)
    {
        IsStarted = true;
        _startedAt = time.GetUtcNow();
        _start = time.GetTimestamp();
        _span = AttemptTelemetry.Start(method, target, settings, stream, number);
    }

    public LlmAttempt Succeed(ResponseSnapshot response)
    {
        if (Admission is { } admission)
        {
            Channel.Health.Succeeded(admission);
        }

        return End(Entry(AttemptOutcome.Succeeded, response.Usage, response.ServiceTier) with
        {
            RequestId = ServiceWord.OrNull(response.RequestId),
            ResponseId = ServiceWord.OrNull(response.Id),
            TimeToFirstContent = response.TimeToFirstContent,
        }, response);
    }

    public LlmAttempt Fail(Failure failure, in FailureVerdict verdict, ResponseSnapshot? response)
    {
        if (Admission is { } admission)
        {
            // The model worked; it is the answer that is no success.
            if (verdict.Kind is LlmFailureKind.OutputTruncated or LlmFailureKind.Refusal or LlmFailureKind.InvalidAnswer)
            {
                Channel.Health.Succeeded(admission);
            }
            else
            {
                Channel.Health.Failed(admission, verdict);
            }
        }

        return End(Entry(AttemptOutcome.Failed, failure.Usage, response?.ServiceTier) with
        {
            Failure = verdict.Kind,
            Reason = FailureText.Reason(verdict.Kind, failure.Invalid),
            Status = failure.Status,
            Code = ServiceWord.OrNull(failure.Code),
            RequestId = ServiceWord.OrNull(failure.RequestId ?? Stream?.RequestId),
            ResponseId = ServiceWord.OrNull(failure.ResponseId ?? Stream?.ResponseId),
            TimeToFirstContent = Stream?.TimeToFirstContent,
        }, response);
    }

    /// <summary>It was given up: by the caller, or because the deadline passed.</summary>
    public LlmAttempt GiveUp(bool byCaller)
    {
        if (Admission is { } admission)
        {
            Channel.Health.Release(admission);
        }

        var entry = Entry(byCaller ? AttemptOutcome.Cancelled : AttemptOutcome.Failed, usage: null, tier: null) with
        {
            Failure = byCaller ? null : LlmFailureKind.DeadlineExceeded,
            Reason = byCaller ? null : FailureText.What(LlmFailureKind.DeadlineExceeded),
            RequestId = ServiceWord.OrNull(Stream?.RequestId),
            ResponseId = ServiceWord.OrNull(Stream?.ResponseId),
            TimeToFirstContent = Stream?.TimeToFirstContent,
        };
        return End(entry, response: null);
    }

    /// <summary>Remembers for later calls what the service refuses of the form of the answer.</summary>
    /// <param name="refused">What that is.</param>
    /// <param name="keyword">The keyword of the schema that the service quotes; null if it quotes none.</param>
    /// <param name="logger">Is told once for each schema.</param>
    public void Remember(RefusedForms refused, string? keyword, ILogger logger)
    {
        if (access.Refuse(refused, format!) && logger.IsEnabled(LogLevel.Warning))
        {
            var part = keyword is null ? "a part" : $"'{keyword}'";
            logger.SchemaRefused(target.Id, part, format!.Name, AnswerModes.Words(access.ModeFor(target.Facts, format)));
        }
    }

    private LlmAttempt Entry(AttemptOutcome outcome, LlmUsage? usage, string? tier) => new(target.Id, outcome)
    {
        StartedAt = _startedAt,
        Duration = time.GetElapsedTime(_start),
        Usage = usage,
        Cost = ModelCost.Of(target.Facts.Price, usage, tier),
    };

    private LlmAttempt End(LlmAttempt entry, ResponseSnapshot? response)
    {
        Admission = null;
        AttemptTelemetry.Stop(_span, target, entry, response, stream);
        return entry;
    }
}
