using System.Text.Json.Serialization;

namespace TypedLlm.Benchmarks.Answers;

[JsonSerializable(typeof(Invoice))]
internal sealed partial class AnswerJsonContext : JsonSerializerContext;
