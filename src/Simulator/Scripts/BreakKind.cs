namespace TypedLlm.Simulator;

/// <summary>What becomes of a connection.</summary>
public enum BreakKind
{
    /// <summary>It stays open and silent until the client goes.</summary>
    Stall,

    /// <summary>It is reset (TCP RST).</summary>
    Reset,

    /// <summary>It is closed in the middle of the HTTP message (TCP FIN).</summary>
    Close,

    /// <summary>The HTTP message is ended properly, as if nothing were missing.</summary>
    End,
}
