namespace TypedLlm;

/// <summary>The HTTP client of all requests: no timeout and no redirects, since calls have timers of their own and the key is for one host alone.</summary>
internal static class HttpClients
{
    /// <summary>So that changes of name resolution are seen by connections that are always busy.</summary>
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    public static HttpClient Create(TimerOptions timers)
    {
        var handler = new SocketsHttpHandler { UseCookies = false };
        Configure(handler, timers);
        var client = new HttpClient(handler);
        Configure(client);
        return client;
    }

    /// <summary>Switches the client's own timeout off, which would cut a long answer and have it asked for again.</summary>
    /// <exception cref="InvalidOperationException">The client has a timeout and was used before.</exception>
    public static void Configure(HttpClient client)
    {
        if (client.Timeout != Timeout.InfiniteTimeSpan)
        {
            client.Timeout = Timeout.InfiniteTimeSpan;
        }
    }

    /// <summary>Sets what calls rely on, and leaves alone what else somebody has set: proxy, certificates, limits.</summary>
    public static void Configure(HttpMessageHandler handler, TimerOptions timers)
    {
        if (handler is HttpClientHandler simple)
        {
            simple.AllowAutoRedirect = false;
        }

        if (handler is not SocketsHttpHandler sockets)
        {
            return;
        }

        sockets.AllowAutoRedirect = false;
        if (sockets.ConnectTimeout == Timeout.InfiniteTimeSpan)
        {
            sockets.ConnectTimeout = timers.Connect;
        }

        if (sockets.PooledConnectionLifetime == Timeout.InfiniteTimeSpan)
        {
            sockets.PooledConnectionLifetime = ConnectionLifetime;
        }
    }
}
