namespace TypedLlm.Catalog;

/// <summary>A member of a JSON object.</summary>
internal sealed record JsonMember(string Name, JsonPosition Position, JsonValue Value);
