namespace TypedLlm.Simulator;

/// <summary>What keeps a stream alive without being content.</summary>
public enum PingKind
{
    /// <summary>A comment line.</summary>
    Comment,

    /// <summary>Another <c>response.in_progress</c> event.</summary>
    Lifecycle,

    /// <summary>An event of type <c>keepalive</c>.</summary>
    Event,
}
