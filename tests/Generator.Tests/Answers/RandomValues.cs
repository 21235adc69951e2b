using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TypedLlm.TypedAnswers;

namespace TypedLlm.Generator.Tests.AnswerTypes;

/// <summary>Writes values of any shape as System.Text.Json reads them; the same for the same seed.</summary>
/// <param name="shape">The shape.</param>
/// <param name="seed">The seed.</param>
/// <param name="isWire">Whether families and dictionaries are written as a model does that is held to the schema.</param>
internal sealed class RandomValues(AnswerShape shape, int seed, bool isWire = false)
{
    private const int Deepest = 5;
    private const string Characters = "abc XYZ019\"\\/\n\t\u0000\u001f\u007fäß€\u2028<>&'😀";

    private readonly Random _random = new(seed);
    private int _depth;

    public JsonNode? Root() => Value(shape.Root, []);

    private JsonNode? Value(TypeUse use, IReadOnlyCollection<ValueConstraint> constraints)
    {
        if (use.IsNullable && (_depth > Deepest || _random.Next(3) == 0))
        {
            return null;
        }

        _depth++;
        var value = use.Kind switch
        {
            TypeKind.Named => Named(Find(use.Name!)),
            TypeKind.List => new JsonArray([.. Enumerable.Range(0, Length()).Select(_ => Value(use.Element!, []))]),
            TypeKind.Dictionary => Dictionary(use),
            _ => Scalar(use.Kind, constraints),
        };
        _depth--;
        return value;
    }

    /// <summary>A family may have a second shape of its name, for the case that its base is.</summary>
    private NamedShape Find(string name) => shape.Types.Where(type => type.Type == name).MaxBy(type => type is UnionShape)!;

    private JsonNode Named(NamedShape type)
    {
        switch (type)
        {
            case EnumShape names:
                return names.Members[_random.Next(names.Members.Count)].WireName;
            case UnionShape family:
                var chosen = family.Cases[_random.Next(family.Cases.Count)];
                var item = shape.Types.OfType<ObjectShape>().First(item => item.Type == chosen.Type);
                return isWire
                    ? new JsonObject { [chosen.WireName] = Object(item) }
                    : Object(item, KeyValuePair.Create<string, JsonNode?>(family.Discriminator, chosen.WireName));
            default:
                return Object((ObjectShape)type);
        }
    }

    private JsonObject Object(ObjectShape type, params KeyValuePair<string, JsonNode?>[] first) =>
        new([.. first, .. type.Members.Select(member => KeyValuePair.Create(member.WireName, Value(member.Use, member.Constraints)))]);

    private JsonNode Dictionary(TypeUse use)
    {
        var entries = new JsonObject();
        for (var count = Length(); count > 0; count--)
        {
            var key = Value(use.Key!, [])!;
            entries[key.GetValueKind() == JsonValueKind.String ? key.GetValue<string>() : key.ToJsonString()] = Value(use.Element!, []);
        }

        return isWire
            ? new JsonArray([.. entries.Select(entry => new JsonObject { ["key"] = KeyOf(use.Key!, entry.Key), ["value"] = entry.Value?.DeepClone() })])
            : entries;
    }

    private static JsonNode KeyOf(TypeUse key, string name) => key.Kind is >= TypeKind.Boolean and <= TypeKind.Decimal ? JsonNode.Parse(name)! : name;

    private int Length() => _depth > Deepest ? 0 : _random.Next(4);

    private JsonNode Scalar(TypeKind kind, IReadOnlyCollection<ValueConstraint> constraints)
    {
        // The bounds of the random types are the same for all of their numbers.
        var isBounded = constraints.Any(constraint => constraint.Kind is ConstraintKind.Minimum or ConstraintKind.Maximum);
        return kind switch
        {
            TypeKind.String => Text(_random.Next(12)),
            TypeKind.Char => ((char)_random.Next(0xd800)).ToString(),
            TypeKind.Boolean => _random.Next(2) == 0,
            TypeKind.SByte => (sbyte)_random.Next(sbyte.MinValue, sbyte.MaxValue + 1),
            TypeKind.Byte => (byte)_random.Next(256),
            TypeKind.Int16 => (short)_random.Next(short.MinValue, short.MaxValue + 1),
            TypeKind.UInt16 => (ushort)_random.Next(ushort.MaxValue + 1),
            TypeKind.Int32 or TypeKind.Int64 or TypeKind.Decimal or TypeKind.Double when isBounded => _random.Next(-1_000_000, 1_000_001),
            TypeKind.Int32 => (int)_random.NextInt64(int.MinValue, int.MaxValue + 1L),
            TypeKind.UInt32 => (uint)_random.NextInt64(uint.MaxValue + 1L),
            TypeKind.Int64 => (long)Bits(),
            TypeKind.UInt64 => Bits(),
            TypeKind.Single => BitConverter.Int32BitsToSingle((int)Bits()) is var number && float.IsFinite(number) ? number : 0,
            TypeKind.Double => BitConverter.UInt64BitsToDouble(Bits()) is var number && double.IsFinite(number) ? number : 0,
            TypeKind.Decimal => new decimal((int)Bits(), (int)Bits(), _random.Next(3) == 0 ? (int)Bits() : 0, _random.Next(2) == 0, (byte)_random.Next(29)),
            TypeKind.Guid => Guid().ToString(),
            TypeKind.Uri => $"https://example.com/{_random.Next(1000)}?q=ä b",
            TypeKind.DateTime => Moment().ToString("O", CultureInfo.InvariantCulture),
            TypeKind.DateTimeOffset => new DateTimeOffset(Moment(), TimeSpan.FromMinutes(_random.Next(-840, 841))).ToString("O", CultureInfo.InvariantCulture),
            TypeKind.DateOnly => DateOnly.FromDateTime(Moment()).ToString("O", CultureInfo.InvariantCulture),
            TypeKind.TimeOnly => TimeOnly.FromDateTime(Moment()).ToString("O", CultureInfo.InvariantCulture),
            _ => new TimeSpan((long)Bits()).ToString("c", CultureInfo.InvariantCulture),
        };
    }

    private string Text(int length)
    {
        var runes = Characters.EnumerateRunes().ToArray();
        return string.Concat(Enumerable.Range(0, length).Select(_ => runes[_random.Next(runes.Length)].ToString()));
    }

    private ulong Bits() => (ulong)_random.NextInt64(long.MinValue, long.MaxValue);

    private Guid Guid()
    {
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private DateTime Moment() => new(_random.NextInt64(TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay));
}
