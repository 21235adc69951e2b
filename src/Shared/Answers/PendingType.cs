using Microsoft.CodeAnalysis;

namespace TypedLlm.TypedAnswers;

/// <summary>A named type that was met and is to be read.</summary>
/// <param name="Type">The type.</param>
/// <param name="Place">Where it was met first.</param>
/// <param name="IsFamily">Whether it stands for the types that derive from it.</param>
internal sealed record PendingType(INamedTypeSymbol Type, AnswerPlace Place, bool IsFamily);
