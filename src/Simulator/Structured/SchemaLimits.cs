using System.Globalization;
using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>How large a strict schema may be. Definitions count once, however often they are referred to.</summary>
internal sealed class SchemaLimits
{
    public const int Properties = 5_000;
    public const int Levels = 10;
    public const int EnumValues = 1_000;
    public const int NameLength = 120_000;
    public const int LongEnum = 250;
    public const int LongEnumLength = 15_000;

    private int _properties;
    private int _enumValues;
    private int _nameLength;

    private SchemaLimits()
    {
    }

    public static void Check(JsonElement root, SchemaReferences references)
    {
        var limits = new SchemaLimits();
        limits.Count(root, SchemaPath.Root);
        foreach (var (keyword, definition) in SchemaReferences.DefinitionsOf(root))
        {
            limits._nameLength += definition.Name.Length;
            limits.Count(definition.Value, SchemaPath.Root.To(keyword).To(definition.Name));
        }

        Require(limits._properties, Properties, static (given, limit) => $"{given} parameters exceeds limit of {limit}.");
        Require(new SchemaDepth(references).Of(root), Levels, static (given, limit) => $"{given} levels of nesting exceeds limit of {limit}.");
        Require(limits._enumValues, EnumValues, static (given, limit) => $"Expected at most {limit} enum values in total, but received {given}.");
        Require(limits._nameLength, NameLength, static (given, limit) =>
            $"Expected at most {limit} characters in total over property names, definition names, enum values and const values, but received {given}.");
    }

    private void Count(JsonElement schema, SchemaPath path)
    {
        foreach (var property in schema.PropertySchemas())
        {
            _properties++;
            _nameLength += property.Name.Length;
            Count(property.Value, path.To("properties").To(property.Name));
        }

        CountValues(schema, path);
        if (schema.Keyword("items") is { ValueKind: JsonValueKind.Object } items)
        {
            Count(items, path.To("items"));
        }

        foreach (var (branch, i) in schema.Branches().Select((branch, i) => (branch, i)))
        {
            Count(branch, path.To("anyOf").To(i.ToString(CultureInfo.InvariantCulture)));
        }
    }

    private void CountValues(JsonElement schema, SchemaPath path)
    {
        _nameLength += LengthOf(schema.Keyword("const"));
        var values = schema.ItemsOf("enum").ToArray();
        var length = values.Sum(LengthOf);
        _enumValues += values.Length;
        _nameLength += length;
        if (values.Length > LongEnum && length > LongEnumLength)
        {
            throw path.Refuse(string.Create(CultureInfo.InvariantCulture,
                $"an enum of more than {LongEnum} values may have at most {LongEnumLength} characters in total, but it has {length}."));
        }
    }

    private static int LengthOf(JsonElement value) => value.ValueKind is JsonValueKind.String ? value.GetString()!.Length : 0;

    private static void Require(int given, int limit, Func<int, int, string> message)
    {
        if (given > limit)
        {
            throw new SchemaRefusedException(message(given, limit));
        }
    }
}
