namespace TypedLlm.Chains;

/// <summary>How a model is asked for an answer of a type, the surest way first.</summary>
internal enum AnswerMode
{
    /// <summary>It is not: the answer is text.</summary>
    Text,

    /// <summary>The service holds the model to the schema.</summary>
    Schema,

    /// <summary>The service holds the model to JSON; the schema is part of the prompt.</summary>
    JsonObject,

    /// <summary>The schema is part of the prompt, and that is all.</summary>
    Prompt,
}
