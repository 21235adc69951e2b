using System.Diagnostics.CodeAnalysis;

namespace TypedLlm;

/// <summary>
/// An item of an event stream. The set of events is open: code that switches over them needs a default arm.
/// </summary>
/// <typeparam name="T">The type of the whole answer.</typeparam>
public abstract record LlmEvent<T>
{
    private LlmEvent()
    {
    }

    /// <summary>A model began to answer.</summary>
    /// <param name="Model">The model, as the service named it.</param>
    /// <param name="ResponseId">The id of the response, if the service gave one.</param>
    public sealed record Started(string Model, string? ResponseId) : LlmEvent<T>;

    /// <summary>
    /// More text of the answer. An answer of a type with a <c>Partial</c> has <see cref="Partial"/> instead, and one that is a single value, such as a
    /// number or a date, shows nothing before <see cref="Completed"/>.
    /// </summary>
    /// <param name="Text">The new text only.</param>
    public sealed record Delta(string Text) : LlmEvent<T>;

    /// <summary>
    /// More of an answer of a type. The value is a live view: it is valid until the next item is asked for, and void after <see cref="Restarted"/>.
    /// The generated <c>AsPartial()</c> gives it its type.
    /// </summary>
    /// <param name="Value">The nested <c>Partial</c> of the answer's type.</param>
    [SuppressMessage("Naming", "CA1716", Justification = "It is what such an answer is called; Visual Basic can quote the name.")]
    public sealed record Partial(object Value) : LlmEvent<T>;

    /// <summary>More text of the model's reasoning, where the service shows it.</summary>
    /// <param name="Text">The new text only.</param>
    public sealed record Reasoning(string Text) : LlmEvent<T>;

    /// <summary>More text of a refusal. The enumeration then ends with an <see cref="LlmException"/> of kind <see cref="LlmFailureKind.Refusal"/>.</summary>
    /// <param name="Text">The new text only.</param>
    public sealed record Refusal(string Text) : LlmEvent<T>;

    /// <summary>The stream broke and starts again from its beginning: everything before this item is void.</summary>
    /// <param name="Interrupted">The attempt that broke.</param>
    public sealed record Restarted(LlmAttempt Interrupted) : LlmEvent<T>;

    /// <summary>The answer is whole. The last item of a stream that ends well.</summary>
    /// <param name="Result">The answer, read from the service's final event.</param>
    public sealed record Completed(LlmResult<T> Result) : LlmEvent<T>;
}
