using System.Buffers;
using System.Globalization;
using System.Text;

namespace TypedLlm.TypedAnswers;

/// <summary>Durations of ISO 8601 whose parts have one length: weeks, days, hours, minutes, seconds.</summary>
internal static class IsoDuration
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");

    /// <summary>Reads a duration, or the constant format of <see cref="TimeSpan"/>.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out TimeSpan value)
    {
        if (text.Contains(':'))
        {
            return TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out value);
        }

        value = default;
        var isNegative = text is ['-', ..];
        text = isNegative ? text[1..] : text;
        if (text is not ['P', _, ..] || !TryReadParts(text[1..], out var ticks))
        {
            return false;
        }

        ticks = isNegative ? -ticks : ticks;
        if (ticks < long.MinValue || ticks > long.MaxValue)
        {
            return false;
        }

        value = new TimeSpan((long)ticks);
        return true;
    }

    public static string Write(TimeSpan value)
    {
        if (value == TimeSpan.Zero)
        {
            return "PT0S";
        }

        var text = new StringBuilder(value < TimeSpan.Zero ? "-P" : "P");
        var rest = decimal.Abs(value.Ticks);
        Append(text, ref rest, TimeSpan.TicksPerDay, 'D');
        if (rest > 0)
        {
            text.Append('T');
            Append(text, ref rest, TimeSpan.TicksPerHour, 'H');
            Append(text, ref rest, TimeSpan.TicksPerMinute, 'M');
        }

        if (rest > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{rest / TimeSpan.TicksPerSecond}S");
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, ref decimal ticks, long ticksOfUnit, char unit)
    {
        var whole = decimal.Truncate(ticks / ticksOfUnit);
        if (whole > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{whole}{unit}");
            ticks -= whole * ticksOfUnit;
        }
    }

    private static bool TryReadParts(ReadOnlySpan<char> text, out decimal ticks)
    {
        ticks = 0;
        var separator = text.IndexOf('T');
        if (separator < 0)
        {
            return TryReadUnits(text, "WD", ref ticks);
        }

        return (separator == 0 || TryReadUnits(text[..separator], "WD", ref ticks)) && TryReadUnits(text[(separator + 1)..], "HMS", ref ticks);
    }

    /// <summary>Reads numbers with their units, which come from long to short, each once. Only the last number may have a fraction.</summary>
    private static bool TryReadUnits(ReadOnlySpan<char> text, ReadOnlySpan<char> units, ref decimal ticks)
    {
        do
        {
            var length = text.IndexOfAnyExcept(Digits);
            if (length <= 0
                || units.IndexOf(text[length]) is not (>= 0 and var unit)
                || !decimal.TryParse(text[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                || number > TimeSpan.MaxValue.Ticks / TicksOf(units[unit]) + 1
                || (text.Length > length + 1 && number != decimal.Truncate(number)))
            {
                return false;
            }

            ticks += decimal.Round(number * TicksOf(units[unit]));
            units = units[(unit + 1)..];
            text = text[(length + 1)..];
        }
        while (!text.IsEmpty);
        return true;
    }

    private static long TicksOf(char unit) => unit switch
    {
        'W' => 7 * TimeSpan.TicksPerDay,
        'D' => TimeSpan.TicksPerDay,
        'H' => TimeSpan.TicksPerHour,
        'M' => TimeSpan.TicksPerMinute,
        _ => TimeSpan.TicksPerSecond,
    };
}
