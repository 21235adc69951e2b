namespace TypedLlm.Streaming;

/// <summary>What an event of a response stream means to an answer.</summary>
internal enum ResponseEventKind
{
    /// <summary>Known or unknown, nothing that an answer is made of.</summary>
    Other,

    /// <summary>The response was created, queued or begun; it carries id and model.</summary>
    Begun,

    /// <summary>Text of the answer.</summary>
    Text,

    /// <summary>Text of the model's reasoning.</summary>
    Reasoning,

    /// <summary>Text of a refusal.</summary>
    Refusal,

    /// <summary>Content of a kind that a text answer does not show, such as the arguments of a tool call.</summary>
    OtherContent,

    /// <summary>Terminal: the response is whole.</summary>
    Completed,

    /// <summary>Terminal: the response was cut by a limit or a filter.</summary>
    Incomplete,

    /// <summary>Terminal: the response failed.</summary>
    Failed,

    /// <summary>Terminal: the stream failed.</summary>
    Error,

    /// <summary>The <c>[DONE]</c> of other protocols. Says nothing about the answer.</summary>
    EndMarker,

    /// <summary>Not the JSON it should be. It may have been a piece of the answer.</summary>
    Damaged,
}
