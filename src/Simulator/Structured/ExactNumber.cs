using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>A number of a schema to its last digit: <paramref name="Digits"/> times ten to the power of <paramref name="Exponent"/>.</summary>
internal readonly record struct ExactNumber(BigInteger Digits, int Exponent)
{
    /// <summary>Longer numbers, or larger exponents, are no limit that an answer could be held to.</summary>
    private const int MaxLength = 400;

    public static ExactNumber? Of(JsonElement value) =>
        value.ValueKind is JsonValueKind.Number && TryParse(value.GetRawText(), out var number) ? number : null;

    /// <summary>How many units of ten to the power of minus <paramref name="decimals"/> it is.</summary>
    public BigInteger In(int decimals) => Digits * BigInteger.Pow(10, Exponent + decimals);

    /// <summary>Writes so many units of ten to the power of minus <paramref name="decimals"/> as JSON.</summary>
    public static string Write(BigInteger units, int decimals)
    {
        var digits = BigInteger.Abs(units).ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        var fraction = digits[^decimals..].TrimEnd('0');
        return $"{(units.Sign < 0 ? "-" : "")}{digits[..^decimals]}{(fraction.Length > 0 ? "." : "")}{fraction}";
    }

    private static bool TryParse(string text, [NotNullWhen(true)] out ExactNumber? number)
    {
        number = null;
        var parts = text.Split('e', 'E');
        var mantissa = parts[0].Split('.');
        var decimals = mantissa is [_, var fraction] ? fraction.Length : 0;
        var exponent = 0;
        if (text.Length > MaxLength || (parts is [_, var power] && !int.TryParse(power, CultureInfo.InvariantCulture, out exponent)) || Math.Abs((long)exponent) > MaxLength)
        {
            return false;
        }

        number = new ExactNumber(BigInteger.Parse(string.Concat(mantissa), CultureInfo.InvariantCulture), exponent - decimals);
        return true;
    }
}
