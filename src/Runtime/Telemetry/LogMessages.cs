using Microsoft.Extensions.Logging;
using TypedLlm.Resilience;

namespace TypedLlm.Telemetry;

/// <summary>Every event that is logged. None carries a key, a prompt, an answer or text of the service.</summary>
internal static partial class LogMessages
{
    /// <summary>The category of all events.</summary>
    public const string Category = "TypedLlm";

    /// <summary>Says that a model or a credential is not asked for a while, if that follows from a failure.</summary>
    public static void Unavailable(this ILogger logger, string model, string provider, in FailureVerdict verdict)
    {
        if (verdict.UnavailableFor is not { } duration)
        {
            return;
        }

        if (verdict.Domain == FailureDomain.Credential)
        {
            logger.CredentialUnavailable(provider, duration, FailureText.What(verdict.Kind));
        }
        else
        {
            logger.ModelUnavailable(model, duration, FailureText.What(verdict.Kind));
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "{Method} was answered by {Model} only after a failure: {Attempts}")]
    public static partial void CallDegraded(this ILogger logger, string method, string model, string attempts);

    [LoggerMessage(2, LogLevel.Error, "{Method} failed with {Kind}: {Attempts}")]
    public static partial void CallFailed(this ILogger logger, string method, LlmFailureKind kind, string attempts);

    [LoggerMessage(3, LogLevel.Error, "{Model} is not asked for {Duration}: {Reason}")]
    public static partial void ModelUnavailable(this ILogger logger, string model, TimeSpan duration, string reason);

    [LoggerMessage(4, LogLevel.Error, "No model of provider {Provider} is asked with this key for {Duration}: {Reason}")]
    public static partial void CredentialUnavailable(this ILogger logger, string provider, TimeSpan duration, string reason);

    [LoggerMessage(5, LogLevel.Warning, "The organization may not stream {Model}; it is asked for whole answers from now on")]
    public static partial void StreamingForbidden(this ILogger logger, string model);

    [LoggerMessage(6, LogLevel.Warning, "{Method} names {Model}, which is shut down and is passed over")]
    public static partial void ModelShutDown(this ILogger logger, string method, string model);

    [LoggerMessage(7, LogLevel.Warning, "{Method} names {Model}, which will be shut down on {Date}")]
    public static partial void ModelRetiring(this ILogger logger, string method, string model, string date);

    [LoggerMessage(8, LogLevel.Warning, "{File} in {Assembly} has a problem and is used without it: {Problem}")]
    public static partial void CatalogProblem(this ILogger logger, string file, string? assembly, string problem);

    [LoggerMessage(9, LogLevel.Warning, "The {List} list names '{Name}', which no catalog knows; {Hint}")]
    public static partial void UnknownNameInList(this ILogger logger, string list, string name, string hint);

    [LoggerMessage(10, LogLevel.Warning, "{Method} was answered by {Model} with what its checks doubt, at {Paths}")]
    public static partial void AnswerDoubted(this ILogger logger, string method, string model, string paths);

    [LoggerMessage(11, LogLevel.Information, "{Method} asks {Model}, which cannot answer in a strict schema, {Mode}")]
    public static partial void AnswersWeakly(this ILogger logger, string method, string model, string mode);

    [LoggerMessage(12, LogLevel.Warning, "{Model} refuses {Part} of the schema {Schema}; it is asked for such answers {Mode} from now on")]
    public static partial void SchemaRefused(this ILogger logger, string model, string part, string schema, string mode);
}
