using TypedLlm.CompilerServices;

namespace TypedLlm.Tool.Descriptors;

/// <summary>One method of an endpoint.</summary>
internal sealed record MethodDescriptor
{
    /// <summary>Its constants, as the generated client hands them to the runtime.</summary>
    public required EndpointMethod Method { get; init; }

    public required ReturnKind Returns { get; init; }

    /// <summary>The type that it answers with; null for text.</summary>
    public AnswerDescriptor? Answer { get; init; }

    /// <summary>The reason to do without a fallback.</summary>
    public string? NoFallback { get; init; }

    /// <summary>The member of <see cref="Workload"/>.</summary>
    public string? Workload { get; init; }

    public required IReadOnlyList<ParameterDescriptor> Parameters { get; init; }

    /// <summary>The system prompt, empty if there is none.</summary>
    public required IReadOnlyList<PromptPart> Instructions { get; init; }

    public required IReadOnlyList<PromptPart> Prompt { get; init; }

    /// <summary>The name for people: <c>Shop.ISupportDesk.AnswerAsync</c>.</summary>
    public string FullName => $"{Method.Endpoint}.{Method.Name}";
}
