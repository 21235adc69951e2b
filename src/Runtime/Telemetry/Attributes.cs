namespace TypedLlm.Telemetry;

/// <summary>Names of span and metric attributes.</summary>
internal static class Attributes
{
    public const string Operation = "gen_ai.operation.name";
    public const string Provider = "gen_ai.provider.name";
    public const string RequestModel = "gen_ai.request.model";
    public const string RequestMaxTokens = "gen_ai.request.max_tokens";
    public const string RequestTemperature = "gen_ai.request.temperature";
    public const string RequestStream = "gen_ai.request.stream";
    public const string RequestReasoningLevel = "gen_ai.request.reasoning.level";
    public const string OutputType = "gen_ai.output.type";
    public const string ResponseModel = "gen_ai.response.model";
    public const string ResponseId = "gen_ai.response.id";
    public const string FinishReasons = "gen_ai.response.finish_reasons";
    public const string TimeToFirstChunk = "gen_ai.response.time_to_first_chunk";
    public const string InputTokens = "gen_ai.usage.input_tokens";
    public const string OutputTokens = "gen_ai.usage.output_tokens";
    public const string CacheReadTokens = "gen_ai.usage.cache_read.input_tokens";
    public const string CacheWriteTokens = "gen_ai.usage.cache_write.input_tokens";
    public const string ReasoningTokens = "gen_ai.usage.reasoning.output_tokens";
    public const string TokenType = "gen_ai.token.type";
    public const string ErrorType = "error.type";
    public const string ServerAddress = "server.address";
    public const string ServerPort = "server.port";
    public const string StatusCode = "http.response.status_code";
    public const string ApiType = "openai.api.type";
    public const string RequestServiceTier = "openai.request.service_tier";
    public const string ResponseServiceTier = "openai.response.service_tier";
    public const string Endpoint = "typedllm.endpoint";
    public const string AttemptNumber = "typedllm.attempt";
}
