namespace TypedLlm.Simulator;

/// <summary>The ways in which a response that began may end without being completed.</summary>
public enum EndingKind
{
    /// <summary>Status <c>failed</c>; on a stream the event <c>response.failed</c>.</summary>
    Failed,

    /// <summary>Status <c>incomplete</c>; on a stream the event <c>response.incomplete</c>.</summary>
    Incomplete,

    /// <summary>On a stream an <c>error</c> event with code and message at the top; otherwise status <c>failed</c>.</summary>
    FlatError,

    /// <summary>On a stream an <c>error</c> event with an <c>error</c> object; otherwise status <c>failed</c>.</summary>
    NestedError,
}
