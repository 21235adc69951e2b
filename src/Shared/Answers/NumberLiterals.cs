using System.Globalization;

namespace TypedLlm.TypedAnswers;

/// <summary>Numbers of attributes as literals of JSON and C# alike, which mean exactly the same number.</summary>
internal static class NumberLiterals
{
    /// <summary>Writes the number that an attribute was given.</summary>
    /// <param name="value">A constant, or a text with a number.</param>
    /// <param name="literal">The literal; null of infinity.</param>
    /// <returns>Whether it is a number at all.</returns>
    public static bool TryWrite(object? value, out string? literal)
    {
        literal = null;
        switch (value)
        {
            case sbyte or byte or short or ushort or int or uint or long or ulong:
                literal = Convert.ToString(value, CultureInfo.InvariantCulture);
                return true;
            case float number:
                literal = float.IsInfinity(number) ? null : number.ToString("R", CultureInfo.InvariantCulture);
                return !float.IsNaN(number);
            case double number:
                literal = double.IsInfinity(number) ? null : Write(number);
                return !double.IsNaN(number);
            case string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number):
                literal = TryDecimal(text, out var exact) ? exact.ToString(CultureInfo.InvariantCulture) : double.IsInfinity(number) ? null : Write(number);
                return !double.IsNaN(number);
            default:
                return false;
        }
    }

    /// <summary>Reads a number as a decimal, if a decimal holds it: not what is too large, nor what would become 0.</summary>
    public static bool TryDecimal(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && (number != 0 || Read(text) == 0);

    /// <summary>Whether a literal is a number that a float holds: not what is too large, nor what would become 0.</summary>
    public static bool IsSingle(string literal)
    {
        var number = Read(literal);
        return Math.Abs(number) <= float.MaxValue && ((float)number != 0 || number == 0);
    }

    /// <summary>Where a literal stands to all values of a type of numbers: below 0 before them, above 0 after them, 0 among them.</summary>
    public static int Compare(string literal, TypeKind kind)
    {
        var (least, most) = Range(kind);
        var number = Read(literal);
        return number < least ? -1 : number > most ? 1 : 0;
    }

    public static double Read(string literal) => double.Parse(literal, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static (double Least, double Most) Range(TypeKind kind) => kind switch
    {
        TypeKind.SByte => (sbyte.MinValue, sbyte.MaxValue),
        TypeKind.Byte => (byte.MinValue, byte.MaxValue),
        TypeKind.Int16 => (short.MinValue, short.MaxValue),
        TypeKind.UInt16 => (ushort.MinValue, ushort.MaxValue),
        TypeKind.Int32 => (int.MinValue, int.MaxValue),
        TypeKind.UInt32 => (uint.MinValue, uint.MaxValue),
        TypeKind.Int64 => (long.MinValue, long.MaxValue),
        TypeKind.UInt64 => (ulong.MinValue, ulong.MaxValue),
        TypeKind.Single => (float.MinValue, float.MaxValue),
        TypeKind.Decimal => ((double)decimal.MinValue, (double)decimal.MaxValue),
        _ => (double.MinValue, double.MaxValue),
    };

    // As people write it where that is the same number: a decimal takes 15 digits of a double, which may have 17.
    private static string Write(double number)
    {
        if (Math.Abs(number) < 7e28 && (decimal)number is var near && (double)near == number)
        {
            return near.ToString(CultureInfo.InvariantCulture);
        }

        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return Read(text) == number ? text : number.ToString("G17", CultureInfo.InvariantCulture);
    }
}
