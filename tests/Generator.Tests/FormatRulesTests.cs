using System.Globalization;
using System.Numerics;
using Microsoft.CodeAnalysis;
using TypedLlm.Prompts;
using TypedLlm.TestKit;

namespace TypedLlm.Generator.Tests;

/// <summary>The rule on formats is held against the platform: it refuses exactly the formats that real values refuse.</summary>
public sealed class FormatRulesTests
{
    private const string Letters = "bBcCdDeEfFgGhHkKmMnNoOpPqQrRsStTuUxXyYzZ019.,:;/#%'\"\\ -@";
    private const int LongFormats = 4_000;

    private static readonly Dictionary<string, (IFormattable Value, string Type)> Values = new(StringComparer.Ordinal)
    {
        ["sbyte"] = ((sbyte)-5, "sbyte"),
        ["byte"] = ((byte)5, "byte?"),
        ["short"] = ((short)-5, "short"),
        ["ushort"] = ((ushort)5, "ushort"),
        ["int"] = (-1234567, "int?"),
        ["uint"] = (5u, "uint"),
        ["long"] = (-5L, "long"),
        ["ulong"] = (ulong.MaxValue, "ulong"),
        ["nint"] = ((nint)5, "nint"),
        ["nuint"] = ((nuint)5, "nuint"),
        ["Int128"] = ((Int128)(-5), "System.Int128"),
        ["UInt128"] = ((UInt128)5, "System.UInt128"),
        ["BigInteger"] = (BigInteger.Pow(7, 50), "System.Numerics.BigInteger"),
        ["float"] = (-1.5f, "float"),
        ["double"] = (1e30, "double?"),
        ["Half"] = ((Half)1.5, "System.Half"),
        ["decimal"] = (1234.5m, "decimal"),
        ["enum"] = (DayOfWeek.Friday, "System.DayOfWeek?"),
        ["Guid"] = (Guid.Empty, "System.Guid"),
        ["DateTime"] = (new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), "System.DateTime?"),
        ["DateTimeOffset"] = (new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)), "System.DateTimeOffset"),
        ["DateOnly"] = (new DateOnly(2026, 1, 2), "System.DateOnly"),
        ["TimeOnly"] = (new TimeOnly(1, 2, 3, 4), "System.TimeOnly"),
        ["TimeSpan"] = (new TimeSpan(1, 2, 3, 4, 5), "System.TimeSpan"),
    };

    private static readonly IReadOnlyDictionary<string, FormatKind> Kinds = ReadKinds();

    public static TheoryData<string> Types => new(Values.Keys);

    [Theory]
    [MemberData(nameof(Types))]
    public void Refuses_what_the_platform_refuses(string type)
    {
        var wrong = Formats().Where(format => FormatRules.Refuses(Kinds[type], format) != IsRefused(Values[type].Value, format));

        Assert.Empty(wrong.Take(20));
    }

    [Fact]
    public void More_digits_than_the_platform_counts_are_refused()
    {
        Assert.True(IsRefused(5, "N1000000000"));
        Assert.True(FormatRules.Refuses(FormatKind.Integer, "N1000000000"));
        Assert.False(FormatRules.Refuses(FormatKind.Integer, "N0000000009"));
        Assert.False(IsRefused(5, "N0000000009"));
    }

    [Theory]
    [InlineData("System.IFormattable")]
    [InlineData("System.Numerics.Complex")]
    [InlineData("System.Numerics.Vector2")]
    [InlineData("System.Net.IPAddress")]
    [InlineData("System.Text.Rune")]
    [InlineData("Guid")]
    public void A_type_of_its_own_ways_is_not_judged(string type) => Assert.Equal(FormatKind.Unknown, KindOf([type])[0]);

    /// <summary>All formats of one and two letters, and longer ones by chance.</summary>
    private static IEnumerable<string> Formats()
    {
        for (var first = ' '; first <= '~'; first++)
        {
            yield return first.ToString();
        }

        foreach (var first in Letters)
        {
            foreach (var second in Letters)
            {
                yield return $"{first}{second}";
            }
        }

        var random = new Random(204);
        for (var i = 0; i < LongFormats; i++)
        {
            // Few different letters, so that they are repeated; no digits after them, which would ask for long texts.
            var letters = random.GetItems(Letters.AsSpan(), random.Next(1, 5));
            yield return new string(random.GetItems(letters, random.Next(3, 10)));
        }
    }

    private static bool IsRefused(IFormattable value, string format)
    {
        // A number of a million digits is not refused, and takes long to write.
        if (format.Length > 3 && char.IsAsciiLetter(format[0]) && format.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0)
        {
            format = value is Enum or Guid or DateTime or DateTimeOffset or DateOnly or TimeOnly or TimeSpan || format.Length > 10 ? format : format[..3];
        }

        try
        {
            value.ToString(format, CultureInfo.InvariantCulture);
            return false;
        }
        catch (FormatException)
        {
            return true;
        }
    }

    private static Dictionary<string, FormatKind> ReadKinds()
    {
        var kinds = KindOf([.. Values.Values.Select(value => value.Type)]);
        return Values.Keys.Select((name, index) => (name, kinds[index])).ToDictionary(StringComparer.Ordinal);
    }

    private static IReadOnlyList<FormatKind> KindOf(IReadOnlyList<string> types)
    {
        var parameters = string.Join(", ", types.Select((type, index) => $"{type} p{index}"));
        var compilation = GeneratorHarness.Compile("Shop", [$"struct Guid; interface IUse {{ void Use({parameters}); }}"]);
        var method = (IMethodSymbol)compilation.GetTypeByMetadataName("IUse")!.GetMembers().Single();
        return [.. method.Parameters.Select(parameter => FormatKindReader.Read(parameter.Type))];
    }
}
