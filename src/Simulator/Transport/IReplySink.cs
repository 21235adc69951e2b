namespace TypedLlm.Simulator;

/// <summary>Where the bytes of a reply go: through Kestrel, or onto the socket when HTTP itself shall be broken.</summary>
internal interface IReplySink
{
    ValueTask StartAsync(int status, IReadOnlyDictionary<string, string> headers);

    ValueTask WriteAsync(ReadOnlyMemory<byte> bytes);

    /// <summary>An event was written; a script may break the connection here.</summary>
    ValueTask EventSentAsync();

    ValueTask EndAsync();
}
