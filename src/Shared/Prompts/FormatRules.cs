namespace TypedLlm.Prompts;

/// <summary>Says which formats the values of a type refuse with an exception. What is not certain is not refused.</summary>
internal static class FormatRules
{
    /// <summary>What a kind of types takes instead, for people.</summary>
    public static string TakenBy(FormatKind kind) => kind switch
    {
        FormatKind.Integer => "B, C, D, E, F, G, N, P, R or X with a number of digits, or a pattern like #,##0",
        FormatKind.Fraction => "C, E, F, G, N, P or R with a number of digits, or a pattern like 0.00",
        FormatKind.Enum => "D, F, G or X",
        FormatKind.Guid => "B, D, N, P or X",
        FormatKind.DateOnly => "d, D, m, o, r or y, or a pattern of days, months and years like yyyy-MM-dd",
        FormatKind.TimeOnly => "o, r, t or T, or a pattern of hours, minutes and seconds like HH:mm",
        FormatKind.TimeSpan => @"c, g or G, or a pattern like d\.hh\:mm, in which each separator is escaped",
        _ => "one of the standard letters, or a pattern like yyyy-MM-dd HH:mm",
    };

    public static bool Refuses(FormatKind kind, string format) => kind switch
    {
        FormatKind.Integer => RefusesNumber(format, "BCDEFGNPRX"),
        FormatKind.Fraction => RefusesNumber(format, "CEFGNPR"),
        FormatKind.Enum => format.Length != 1 || !Has("DFGXdfgx", format[0]),
        FormatKind.Guid => format.Length != 1 || !Has("BDNPXbdnpx", format[0]),
        FormatKind.DateTime => format.Length == 1 ? !Has("DFGMORTUYdfgmorstuy", format[0]) : DatePattern.IsRefused(format),
        FormatKind.DateTimeOffset => format.Length == 1 ? !Has("DFGMORTYdfgmorstuy", format[0]) : DatePattern.IsRefused(format),
        FormatKind.DateOnly => format.Length == 1 ? !Has("DMORYdmory", format[0]) : DatePattern.Names(format, ":tfFhHmszK") || DatePattern.IsRefused(format),
        FormatKind.TimeOnly => format.Length == 1 ? !Has("ORTort", format[0]) : DatePattern.Names(format, "dMy/zk") || DatePattern.IsRefused(format),
        FormatKind.TimeSpan => format.Length == 1 ? !Has("GTcgt", format[0]) : TimeSpanPattern.IsRefused(format),
        _ => false,
    };

    // A letter with nothing but digits after it is one of the standard formats; all else is a pattern, and takes anything.
    private static bool RefusesNumber(string format, string letters)
    {
        const int MostDigits = 9;
        if (!Has("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", format[0]))
        {
            return false;
        }

        for (var i = 1; i < format.Length; i++)
        {
            if (format[i] is < '0' or > '9')
            {
                return false;
            }
        }

        return !Has(letters, char.ToUpperInvariant(format[0])) || format.TrimStart(format[0]).TrimStart('0').Length > MostDigits;
    }

    private static bool Has(string letters, char letter) => letters.IndexOf(letter) >= 0;
}
