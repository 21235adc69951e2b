namespace TypedLlm.Catalog;

/// <summary>A JSON value and where it stands.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Position">Where it stands.</param>
/// <param name="End">The offset behind its last character.</param>
/// <param name="Text">The text of a string, unescaped, or of a number, as written; empty for other kinds.</param>
/// <param name="Items">The items of an array; empty for other kinds.</param>
/// <param name="Members">The members of an object in their order; empty for other kinds.</param>
internal sealed record JsonValue(
    JsonKind Kind,
    JsonPosition Position,
    int End,
    string Text,
    IReadOnlyList<JsonValue> Items,
    IReadOnlyList<JsonMember> Members)
{
    public static JsonValue Scalar(JsonKind kind, JsonPosition position, string text = "") =>
        new(kind, position, position.Offset + position.Length, text, [], []);
}
