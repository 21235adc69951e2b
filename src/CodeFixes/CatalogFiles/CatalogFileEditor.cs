using Microsoft.CodeAnalysis.Text;
using TypedLlm.Catalog;

namespace TypedLlm.CodeFixes;

/// <summary>Writes models and aliases into the text of a catalog file. What is no JSON, or has something else in their place, is left alone.</summary>
internal sealed class CatalogFileEditor
{
    /// <summary>What a new file begins with.</summary>
    public const string NewFile = "{\n  \"$schema\": \"https://typedllm.dev/schemas/models.schema.json\"\n}\n";

    private const string DefaultProvider = "openai";

    private readonly JsonValue _root;
    private readonly JsonInsertion _insertion;

    private CatalogFileEditor(string text, JsonValue root)
    {
        _root = root;
        _insertion = new JsonInsertion(text, root);
    }

    /// <summary>The editor of a text; null if it is no JSON object.</summary>
    public static CatalogFileEditor? For(string text) =>
        JsonReader.Read(text, out _) is { Kind: JsonKind.Object } root ? new CatalogFileEditor(text, root) : null;

    /// <summary>The changes that declare models; null if there is no place for them.</summary>
    public IReadOnlyList<TextChange>? AddModels(IReadOnlyCollection<string> ids)
    {
        IReadOnlyList<string> entries =
            [.. ids.Select(id => $"{{ \"id\": {JsonInsertion.Quote(id)}, \"provider\": {JsonInsertion.Quote(DefaultProvider)} }}")];
        return Member("models") switch
        {
            null => [_insertion.AddMember("models", '[', ']', entries)],
            { Value.Kind: JsonKind.Null } member => [_insertion.Replace(member, '[', ']', entries)],
            { Value: { Kind: JsonKind.Array } models } => [_insertion.Append(models, entries)],
            _ => null,
        };
    }

    /// <summary>The changes that give aliases their targets; null if there is no place for them.</summary>
    public IReadOnlyList<TextChange>? SetAliases(IReadOnlyDictionary<string, string> targets)
    {
        var member = Member("aliases");
        if (member is not (null or { Value.Kind: JsonKind.Null or JsonKind.Object }))
        {
            return null;
        }

        var changes = new List<TextChange>();
        var added = new List<string>();
        foreach (var target in targets)
        {
            if (member?.Value.Members.FirstOrDefault(alias => alias.Name == target.Key) is { } existing)
            {
                changes.Add(JsonInsertion.Replace(existing.Value, JsonInsertion.Quote(target.Value)));
            }
            else
            {
                added.Add($"{JsonInsertion.Quote(target.Key)}: {JsonInsertion.Quote(target.Value)}");
            }
        }

        if (added.Count > 0)
        {
            changes.Add(member switch
            {
                null => _insertion.AddMember("aliases", '{', '}', added),
                { Value.Kind: JsonKind.Null } => _insertion.Replace(member, '{', '}', added),
                _ => _insertion.Append(member.Value, added),
            });
        }

        return changes;
    }

    private JsonMember? Member(string name) => _root.Members.FirstOrDefault(member => member.Name == name);
}
