namespace TypedLlm.Runtime.Tests.Transports;

/// <summary>A request as it came off the socket.</summary>
internal sealed record RawRequest(string Line, IReadOnlyDictionary<string, string> Headers, string Body);
