namespace TypedLlm.Tool.Rendering;

/// <summary>A request as it would be sent.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Url">The address.</param>
/// <param name="Headers">The headers without the one that holds the key, by name.</param>
/// <param name="Body">The body, byte for byte.</param>
internal sealed record RenderedRequest(string Method, string Url, IReadOnlyList<KeyValuePair<string, string>> Headers, string Body);
