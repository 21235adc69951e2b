namespace TypedLlm.Simulator;

/// <summary>How a request ended.</summary>
public enum RequestEnd
{
    /// <summary>The whole answer was sent.</summary>
    Completed,

    /// <summary>A script broke it off.</summary>
    BrokenByScript,

    /// <summary>The client closed the connection before the answer was whole.</summary>
    ClosedByClient,

    /// <summary>The simulator was stopped.</summary>
    SimulatorStopped,
}
