using System.Text.Json;

namespace TypedLlm.TypedAnswers;

/// <summary>Finds names of members in a schema.</summary>
internal static class SchemaMembers
{
    private const int MaxDepth = 64;

    /// <summary>The name on the wire of a member, as code or the wire calls it; null if the schema has none like it.</summary>
    public static string? Find(ReadOnlySpan<byte> schema, string name)
    {
        if (schema.IsEmpty)
        {
            return null;
        }

        // Whether the properties of an object are what stands at a depth.
        Span<bool> areMembers = stackalloc bool[MaxDepth + 1];
        var reader = new Utf8JsonReader(schema);
        var bare = Bare(name);
        string? like = null;
        var isProperties = false;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                var isMember = areMembers[reader.CurrentDepth];
                isProperties = !isMember && reader.ValueTextEquals("properties"u8);
                if (isMember && reader.GetString() is { } member)
                {
                    if (member == name)
                    {
                        return member;
                    }

                    like ??= IsLike(member, bare) ? member : null;
                }
            }
            else if (reader.TokenType == JsonTokenType.StartObject)
            {
                areMembers[reader.CurrentDepth + 1] = isProperties;
                isProperties = false;
            }
        }

        return like;
    }

    /// <summary>Whether two names differ only as conventions of naming do: <c>DueOn</c>, <c>dueOn</c>, <c>due_on</c>, <c>due-on</c>.</summary>
    private static bool IsLike(string member, string bare) => Bare(member).Equals(bare, StringComparison.OrdinalIgnoreCase);

    private static string Bare(string name) => name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
}
