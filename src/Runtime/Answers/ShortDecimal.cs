namespace TypedLlm.TypedAnswers;

/// <summary>Reads the decimals that answers have, prices and quantities, several times faster than the general way does.</summary>
internal static class ShortDecimal
{
    /// <summary>Reads a number of JSON exactly; false if it is long, has an exponent or is zero, which may have a sign.</summary>
    public static bool TryRead(ReadOnlySpan<byte> number, out decimal value)
    {
        const int MostDigits = 18;
        value = default;
        var isNegative = number is [(byte)'-', ..];
        number = isNegative ? number[1..] : number;
        if (number.Length > MostDigits)
        {
            return false;
        }

        var (digits, scale) = (0L, 0);
        for (var i = 0; i < number.Length; i++)
        {
            var digit = number[i] - '0';
            if ((uint)digit <= 9)
            {
                digits = (digits * 10) + digit;
            }
            else if (number[i] == '.')
            {
                scale = number.Length - i - 1;
            }
            else
            {
                return false;
            }
        }

        value = new decimal((int)digits, (int)(digits >> 32), 0, isNegative, (byte)scale);
        return digits != 0;
    }
}
