namespace TypedLlm;

/// <summary>Why a model stopped.</summary>
public enum FinishReason
{
    /// <summary>The answer is whole.</summary>
    Stop,

    /// <summary>The output limit was reached.</summary>
    MaxOutputTokens,

    /// <summary>A content filter cut the answer.</summary>
    ContentFilter,

    /// <summary>The model refused to answer.</summary>
    Refusal,
}
