using System.ComponentModel;

namespace TypedLlm.CompilerServices;

/// <summary>The arguments of one call, as generated code captures them. Not meant to be used by hand.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IPrompt
{
    /// <summary>Writes the messages of the call.</summary>
    /// <param name="writer">Takes the messages in order.</param>
    void Write(PromptWriter writer);
}
