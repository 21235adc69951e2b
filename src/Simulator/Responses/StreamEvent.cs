using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>An event of a stream: its type and what writes its fields after <c>type</c> and <c>sequence_number</c>.</summary>
internal sealed record StreamEvent(string Type, Action<Utf8JsonWriter> WriteFields)
{
    /// <summary>A delta of the text or of the refusal.</summary>
    public bool IsDelta { get; init; }

    /// <summary>Nothing comes after it.</summary>
    public bool IsLast { get; init; }

    /// <summary>A nested error comes from gateways, which do not number their events.</summary>
    public bool IsNumbered { get; init; } = true;
}
