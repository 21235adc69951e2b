using System.Text.Json.Serialization;

namespace TypedLlm.Benchmarks.Requests;

/// <summary>The body of a request as a program that uses System.Text.Json would model it.</summary>
internal sealed record RequestDto(string Model, bool Stream, bool Store, ReasoningDto Reasoning, string Instructions, IReadOnlyList<MessageDto> Input)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TextDto? Text { get; init; }
}
