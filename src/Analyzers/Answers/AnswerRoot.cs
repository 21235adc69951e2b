using Microsoft.CodeAnalysis;
using TypedLlm.Endpoints;

namespace TypedLlm.Analyzers.Answers;

/// <summary>A type that a model answers with.</summary>
/// <param name="Type">The type.</param>
/// <param name="Form">How a method hands it out; <see cref="ReturnShape.Task"/> for a type that is only marked as an answer.</param>
/// <param name="Place">What is reported on where the finding itself is in no source of the project.</param>
internal readonly record struct AnswerRoot(ITypeSymbol Type, ReturnShape Form, Location Place)
{
    /// <summary>Whether it is seen while it arrives.</summary>
    public bool IsWatched => Form == ReturnShape.EventStream;

    /// <summary>Whether the model answers with a list of it, which is handed out element by element.</summary>
    public bool IsElement => Form == ReturnShape.Stream;
}
