using System.Text.Json;

namespace TypedLlm.Benchmarks.Requests;

/// <summary>A schema is data that a program parses once and keeps.</summary>
internal sealed record FormatDto(string Type, string Name, JsonElement Schema, bool Strict);
