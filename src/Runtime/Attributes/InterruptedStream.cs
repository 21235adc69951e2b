using System.Diagnostics.CodeAnalysis;

namespace TypedLlm;

/// <summary>What happens to an event stream that breaks after its first item was handed out.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "It is what happens to an interrupted stream.")]
public enum InterruptedStream
{
    /// <summary>The enumeration ends with an <see cref="LlmException"/>.</summary>
    Throw,

    /// <summary>
    /// A <see cref="LlmEvent{T}.Restarted"/> item says that everything before it is void, and the answer starts again from its beginning.
    /// Only event streams can say this; streams of plain strings always throw.
    /// </summary>
    Restart,
}
