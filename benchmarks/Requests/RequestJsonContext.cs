using System.Text.Json.Serialization;

namespace TypedLlm.Benchmarks.Requests;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(RequestDto))]
internal sealed partial class RequestJsonContext : JsonSerializerContext;
