using TypedLlm.TypedAnswers;
using TypedLlm.Prompts;

namespace TypedLlm.Endpoints;

/// <summary>One method of an endpoint.</summary>
internal sealed record MethodModel
{
    /// <summary>The name as C# code.</summary>
    public required string Name { get; init; }

    /// <summary>How the answer is handed out.</summary>
    public required ReturnShape Shape { get; init; }

    /// <summary>What the answer has to be; of a stream of elements, each element. Null for text.</summary>
    public AnswerShape? Answer { get; init; }

    /// <summary>What the attributes of method and interface say together.</summary>
    public required EndpointSettings Settings { get; init; }

    /// <summary>Set if the C# shape cannot be emitted; all below is empty then.</summary>
    public BlockedMember? Blocked { get; init; }

    /// <summary>The interface to implement by name, where a public method would clash with another member.</summary>
    public string? ExplicitInterface { get; init; }

    /// <summary>Whether the method declares the answer as nullable, which it never is.</summary>
    public bool IsAnswerNullable { get; init; }

    public EquatableArray<ParameterModel> Parameters { get; init; }

    /// <summary>The system prompt, empty if there is none.</summary>
    public EquatableArray<PromptSegment> Instructions { get; init; }

    /// <summary>The prompt.</summary>
    public EquatableArray<PromptSegment> UserMessage { get; init; }

    /// <summary>The name of the field with the method's constants, unique in the class.</summary>
    public string FieldName { get; init; } = "";

    /// <summary>The name of the type with the method's arguments, unique in the class.</summary>
    public string PromptName { get; init; } = "";

    /// <summary>Whether the model must be able to stream: the method hands out the answer as it arrives.</summary>
    public bool NeedsStreaming => Shape is ReturnShape.Stream or ReturnShape.EventStream;
}
