namespace TypedLlm.Simulator.Tests;

public enum ConnectionEnd
{
    /// <summary>The other side closed in good order (FIN).</summary>
    Closed,

    /// <summary>The other side reset the connection (RST).</summary>
    Reset,
}
