using System.Net.Sockets;
using System.Security.Authentication;
using TypedLlm.Resilience;

namespace TypedLlm.Transports;

/// <summary>Tells from an exception of the HTTP stack how far a request came before it failed.</summary>
internal static class NetworkFault
{
    /// <summary>Where a request without an answer broke; null if the exception is none of the network's.</summary>
    public static FailureSource? Classify(Exception exception)
    {
        FailureSource? source = null;
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            switch (inner)
            {
                case HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } http:
                    return Classify(http.HttpRequestError);

                // The HTTP stack has no timer of its own here but the one for connecting.
                case OperationCanceledException or AuthenticationException:
                    return FailureSource.Connect;

                case SocketException socket:
                    return IsBeforeConnection(socket.SocketErrorCode) ? FailureSource.Connect : FailureSource.ConnectionLost;

                case HttpRequestException or IOException:
                    source = FailureSource.ConnectionLost;
                    break;
            }
        }

        return source;
    }

    /// <summary>What it means that reading a body failed; null if the exception is none of the network's.</summary>
    public static FailureSource? ClassifyBody(Exception exception) => exception switch
    {
        // Its message quotes what stands where a chunk should, and that may be a piece of the answer.
        HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse } or InvalidDataException => FailureSource.BadReply,
        IOException or HttpRequestException or SocketException => FailureSource.Truncated,
        _ => null,
    };

    private static FailureSource Classify(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError
            or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError
            or HttpRequestError.UserAuthenticationError
            or HttpRequestError.VersionNegotiationError => FailureSource.Connect,
        HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded => FailureSource.BadReply,
        _ => FailureSource.ConnectionLost,
    };

    private static bool IsBeforeConnection(SocketError error) => error is SocketError.ConnectionRefused
        or SocketError.HostNotFound
        or SocketError.HostUnreachable
        or SocketError.HostDown
        or SocketError.NetworkUnreachable
        or SocketError.NetworkDown
        or SocketError.NoData
        or SocketError.TryAgain
        or SocketError.AddressNotAvailable;
}
