namespace TypedLlm.Prompts;

/// <summary>A prompt is larger than any service takes. Thrown while it is rendered, before a request is sent.</summary>
internal sealed class PromptTooLargeException(int limit)
    : Exception($"The rendered prompt is larger than {limit / (1024 * 1024)} MiB.");
