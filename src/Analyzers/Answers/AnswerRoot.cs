using Microsoft.CodeAnalysis;

namespace TypedLlm.Analyzers.Answers;

/// <summary>A type that a model answers with as a whole.</summary>
/// <param name="Type">The type.</param>
/// <param name="IsWatched">Whether it is seen while it arrives.</param>
/// <param name="Place">What is reported on where the finding itself is in no source of the project.</param>
internal readonly record struct AnswerRoot(ITypeSymbol Type, bool IsWatched, Location Place);
