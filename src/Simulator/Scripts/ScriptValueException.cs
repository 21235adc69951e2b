using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>A value of a script is not what belongs there; the message says what does.</summary>
internal sealed class ScriptValueException(string message) : JsonException(message);
