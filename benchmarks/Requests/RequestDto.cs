using System.Text.Json.Serialization;

namespace TypedLlm.Benchmarks.Requests;

/// <summary>The body of a request as a program that uses System.Text.Json would model it.</summary>
internal sealed record RequestDto(string Model, bool Stream, bool Store, ReasoningDto Reasoning, string Instructions, IReadOnlyList<MessageDto> Input);

internal sealed record ReasoningDto(string Effort);

internal sealed record MessageDto(string Role, string Content);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(RequestDto))]
internal sealed partial class RequestJsonContext : JsonSerializerContext;
