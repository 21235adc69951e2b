namespace TypedLlm.Simulator;

/// <summary>The three line ends that an event stream may use.</summary>
public enum LineEnd
{
    /// <summary>Line feed, as the service sends.</summary>
    LineFeed,

    /// <summary>Carriage return alone.</summary>
    CarriageReturn,

    /// <summary>Carriage return and line feed.</summary>
    Both,
}
