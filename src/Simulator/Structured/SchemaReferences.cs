using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using TypedLlm.TypedAnswers;

namespace TypedLlm.Simulator;

/// <summary>Finds what <c>$ref</c> points at: the root, or a definition at its top.</summary>
internal sealed class SchemaReferences(JsonElement root)
{
    public const string RootReference = "#";

    private static readonly string[] Keywords = ["$defs", "definitions"];

    private readonly Dictionary<string, JsonElement> _targets = DefinitionsOf(root)
        .Select(found => ($"#/{found.Keyword}/{Escape(found.Definition.Name)}", found.Definition.Value))
        .Append((RootReference, root))
        .GroupBy(target => target.Item1, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Last().Item2, StringComparer.Ordinal);

    public IEnumerable<string> All => _targets.Keys;

    /// <summary>The definitions in groups of those that refer to each other, each group after all that it refers to.</summary>
    public IReadOnlyList<IReadOnlyCollection<string>> Circles => field ??= ReferenceCircles.Of(_targets.ToDictionary(
        target => target.Key, target => ReferencesIn(target.Value).Where(_targets.ContainsKey).Distinct().ToArray(), StringComparer.Ordinal));

    public static IEnumerable<(string Keyword, JsonProperty Definition)> DefinitionsOf(JsonElement root)
    {
        foreach (var keyword in Keywords)
        {
            if (root.Keyword(keyword) is { ValueKind: JsonValueKind.Object } definitions)
            {
                foreach (var definition in definitions.EnumerateObject())
                {
                    yield return (keyword, definition);
                }
            }
        }
    }

    public static bool IsReference(JsonElement schema, [NotNullWhen(true)] out string? reference)
    {
        reference = schema.Keyword("$ref") is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;
        return reference is not null;
    }

    /// <summary>Whether it has the form of a reference that the service follows at all.</summary>
    public static bool IsLocal(string reference) =>
        reference == RootReference || Keywords.Any(keyword => reference.StartsWith($"#/{keyword}/", StringComparison.Ordinal)
            && reference.IndexOf('/', keyword.Length + 3) < 0);

    public bool TryFind(string reference, out JsonElement target) => _targets.TryGetValue(reference, out target);

    /// <summary>The schema itself, or what it refers to.</summary>
    public JsonElement Resolve(JsonElement schema)
    {
        // References may point at references; a circle of nothing else ends somewhere in it.
        for (var hops = 0; hops <= _targets.Count && IsReference(schema, out var reference) && TryFind(reference, out var target); hops++)
        {
            schema = target;
        }

        return schema;
    }

    private static IEnumerable<string> ReferencesIn(JsonElement schema) => IsReference(schema, out var reference)
        ? [reference]
        : schema.PropertySchemas().Select(property => property.Value).Append(schema.Keyword("items")).Concat(schema.Branches())
            .Where(part => part.ValueKind is JsonValueKind.Object).SelectMany(ReferencesIn);

    private static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
