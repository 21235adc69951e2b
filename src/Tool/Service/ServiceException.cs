using TypedLlm.Resilience;

namespace TypedLlm.Tool.Service;

/// <summary>No whole answer came: no connection, a broken one, silence, or a body beyond the limit. The message has no content of requests.</summary>
/// <param name="message">What happened, as a clause.</param>
/// <param name="source">How far the request came.</param>
/// <param name="inner">What the HTTP stack said.</param>
internal sealed class ServiceException(string message, FailureSource source, Exception inner) : Exception(message, inner)
{
    /// <summary>Whether the service may have acted on the request.</summary>
    public bool WasSent => source != FailureSource.Connect;

    /// <summary>The same as a failure, for the classifier that the runtime uses.</summary>
    public Failure ToFailure() => new(source) { Exception = InnerException };
}
