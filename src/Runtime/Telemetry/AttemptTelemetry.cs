using System.Diagnostics;
using TypedLlm.Routing;
using TypedLlm.Streaming;

namespace TypedLlm.Telemetry;

/// <summary>The span and the measurements of one request. Costs nothing when nobody listens.</summary>
internal static class AttemptTelemetry
{
    private const string Chat = "chat";

    public static Activity? Start(string method, PlannedTarget target, CallSettings settings, bool stream, int number)
    {
        if (!TypedLlmTelemetry.Source.HasListeners())
        {
            return null;
        }

        // All at once and before the span exists, so that samplers see them; the indexer leaves out what is null.
        var tags = new ActivityTagsCollection
        {
            [Attributes.Operation] = Chat,
            [Attributes.Provider] = target.Provider.Name,
            [Attributes.RequestModel] = target.Id,
            [Attributes.RequestMaxTokens] = settings.MaxOutputTokens,
            [Attributes.RequestTemperature] = settings.Temperature,
            [Attributes.RequestReasoningLevel] = settings.Effort is { } effort ? EffortWords.Of(effort) : null,
            [Attributes.RequestStream] = stream,
            [Attributes.RequestServiceTier] = settings.ServiceTier is { } tier ? ServiceTierWords.Of(tier) : null,
            [Attributes.OutputType] = "text",
            [Attributes.ApiType] = "responses",
            [Attributes.ServerAddress] = target.Provider.BaseUrl.Host,
            [Attributes.ServerPort] = target.Provider.BaseUrl.Port,
            [Attributes.Endpoint] = method,
            [Attributes.AttemptNumber] = number,
        };
        return TypedLlmTelemetry.Source.StartActivity(ActivityKind.Client, tags: tags, name: $"{Chat} {target.Id}");
    }

    /// <param name="span">The span of the attempt.</param>
    /// <param name="target">The model that was asked.</param>
    /// <param name="attempt">How it ended.</param>
    /// <param name="response">The answer, whole or not. Null if there is none.</param>
    /// <param name="stream">Whether it came in chunks.</param>
    public static void Stop(Activity? span, PlannedTarget target, LlmAttempt attempt, ResponseSnapshot? response, bool stream)
    {
        var firstChunk = stream ? attempt.TimeToFirstContent?.TotalSeconds : null;
        if (span is not null)
        {
            Describe(span, attempt, response, firstChunk);

            // Stopping makes the parent current, here wherever a reader of a stream happens to be with a span of its own.
            var current = Activity.Current;
            span.Stop();
            Activity.Current = current == span ? span.Parent : current;
        }

        Measure(target, attempt, ServiceWord.OrNull(response?.Model), firstChunk);
    }

    private static void Describe(Activity span, LlmAttempt attempt, ResponseSnapshot? response, double? firstChunk)
    {
        span.SetTag(Attributes.ResponseModel, ServiceWord.OrNull(response?.Model));
        span.SetTag(Attributes.ResponseId, attempt.ResponseId);
        span.SetTag(Attributes.ResponseServiceTier, ServiceWord.OrNull(response?.ServiceTier));
        span.SetTag(Attributes.StatusCode, attempt.Status);
        span.SetTag(Attributes.TimeToFirstChunk, firstChunk);
        if (attempt.Usage is { } usage)
        {
            span.SetTag(Attributes.InputTokens, usage.InputTokens);
            span.SetTag(Attributes.OutputTokens, usage.OutputTokens);
            span.SetTag(Attributes.CacheReadTokens, usage.CachedInputTokens);
            span.SetTag(Attributes.CacheWriteTokens, usage.CacheWriteTokens);
            span.SetTag(Attributes.ReasoningTokens, usage.ReasoningTokens);
        }

        if (FinishReasonOf(attempt) is { } reason)
        {
            span.SetTag(Attributes.FinishReasons, new[] { reason });
        }

        if (ErrorOf(attempt) is { } error)
        {
            span.SetTag(Attributes.ErrorType, error);
            span.SetStatus(ActivityStatusCode.Error, attempt.Reason);
        }
    }

    private static void Measure(PlannedTarget target, LlmAttempt attempt, string? responseModel, double? firstChunk)
    {
        if (TypedLlmTelemetry.Duration.Enabled)
        {
            var tags = Tags(target, responseModel);
            if (ErrorOf(attempt) is { } error)
            {
                tags.Add(Attributes.ErrorType, error);
            }

            TypedLlmTelemetry.Duration.Record(attempt.Duration.TotalSeconds, tags);
        }

        if (TypedLlmTelemetry.TimeToFirstChunk.Enabled && firstChunk is { } seconds)
        {
            TypedLlmTelemetry.TimeToFirstChunk.Record(seconds, Tags(target, responseModel));
        }

        if (TypedLlmTelemetry.TokenUsage.Enabled && attempt.Usage is { } usage)
        {
            var input = Tags(target, responseModel);
            input.Add(Attributes.TokenType, "input");
            TypedLlmTelemetry.TokenUsage.Record(usage.InputTokens, input);
            var output = Tags(target, responseModel);
            output.Add(Attributes.TokenType, "output");
            TypedLlmTelemetry.TokenUsage.Record(usage.OutputTokens, output);
        }
    }

    private static TagList Tags(PlannedTarget target, string? responseModel)
    {
        var tags = new TagList
        {
            { Attributes.Operation, Chat },
            { Attributes.Provider, target.Provider.Name },
            { Attributes.RequestModel, target.Id },
            { Attributes.ServerAddress, target.Provider.BaseUrl.Host },
            { Attributes.ServerPort, target.Provider.BaseUrl.Port },
        };
        if (responseModel is not null)
        {
            tags.Add(Attributes.ResponseModel, responseModel);
        }

        return tags;
    }

    private static string? ErrorOf(LlmAttempt attempt) => attempt.Outcome switch
    {
        AttemptOutcome.Failed => attempt.Failure?.ToString(),
        AttemptOutcome.Cancelled => "Cancelled",
        _ => null,
    };

    private static string? FinishReasonOf(LlmAttempt attempt) => attempt switch
    {
        { Outcome: AttemptOutcome.Succeeded } => "stop",
        { Failure: LlmFailureKind.OutputTruncated } => "length",
        { Failure: LlmFailureKind.ContentFiltered } => "content_filter",
        { Failure: LlmFailureKind.Refusal } => "refusal",
        _ => null,
    };
}
