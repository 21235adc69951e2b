namespace TypedLlm.Tool.Service;

/// <summary>No whole answer came: no connection, a broken one, silence, or a body beyond the limit. The message has no content of requests.</summary>
/// <param name="message">What happened, as a clause.</param>
/// <param name="wasSent">Whether the service may have acted on the request.</param>
/// <param name="inner">What the HTTP stack said.</param>
internal sealed class ServiceException(string message, bool wasSent, Exception inner) : Exception(message, inner)
{
    public bool WasSent => wasSent;
}
