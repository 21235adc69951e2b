using System.Globalization;

namespace TypedLlm.Simulator;

/// <summary>The errors that only chat has.</summary>
internal static class ChatErrors
{
    public static ApiError MaxTokens() => new(400,
        "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.")
    {
        Param = "max_tokens",
        Code = "unsupported_parameter",
    };

    public static ApiError ToolsWhileReasoning(string model) => new(400,
        $"Function tools with reasoning_effort are not supported for {model} in /v1/chat/completions. "
        + "To use function tools, use /v1/responses or set reasoning_effort to 'none'.")
    {
        Param = "reasoning_effort",
    };

    public static ApiError ResponsesOnly() =>
        new(404, "This model is only supported in v1/responses and not in v1/chat/completions.") { Param = "model" };

    public static ApiError NoImage() =>
        new(400, "Invalid MIME type. Only image types are supported.") { Code = "invalid_image_format" };

    public static ApiError NoMessages() =>
        new(400, "Invalid 'messages': empty array. Expected an array with minimum length 1, but got an empty array instead.")
        {
            Param = "messages",
            Code = "empty_array",
        };

    public static ApiError JsonNotMentioned() => ApiErrors.JsonNotMentioned() with
    {
        Message = "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.",
        Param = "messages",
    };

    public static ApiError ContextLengthExceeded(int limit, int input, int completion) => new(400, string.Create(CultureInfo.InvariantCulture,
        $"This model's maximum context length is {limit} tokens. However, you requested {input + completion} tokens ({input} in the messages, {completion} in the completion). Please reduce the length of the messages or completion."))
    {
        Param = "messages",
        Code = "context_length_exceeded",
    };
}
