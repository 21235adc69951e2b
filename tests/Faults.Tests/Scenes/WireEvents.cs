namespace TypedLlm.FaultTests.Scenes;

/// <summary>How many events stand where in a stream of a model that reasons.</summary>
internal static class WireEvents
{
    /// <summary>Created, in progress.</summary>
    public const int Lifecycle = 2;

    /// <summary>The lifecycle events, the reasoning item and its end, the message item, its part.</summary>
    public const int BeforeText = 6;

    /// <summary>The end of text, part and item, and the terminal event.</summary>
    public const int AfterText = 4;

    public static int InAll(int deltas) => BeforeText + deltas + AfterText;
}
