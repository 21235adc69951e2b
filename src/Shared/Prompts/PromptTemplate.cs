using Microsoft.CodeAnalysis;

namespace TypedLlm.Prompts;

/// <summary>A template, and where its characters were written.</summary>
internal abstract class PromptTemplate(string text)
{
    public string Text { get; } = text;

    /// <summary>The place of a part of the text; null if it is in another assembly.</summary>
    public abstract Location? Locate(int start, int length);
}
