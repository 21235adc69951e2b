namespace TypedLlm.Simulator;

/// <summary>The parts of an upload as they came.</summary>
internal sealed record Upload(string? Filename, ReadOnlyMemory<byte>? Content, IReadOnlyDictionary<string, string> Fields);
