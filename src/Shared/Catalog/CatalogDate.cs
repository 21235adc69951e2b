using System.Globalization;

namespace TypedLlm.Catalog;

/// <summary>A calendar date, since catalog dates carry neither time nor zone and DateOnly is not on every platform.</summary>
internal readonly record struct CatalogDate : IComparable<CatalogDate>
{
    public CatalogDate(int year, int month, int day)
    {
        if (!IsValid(year, month, day))
        {
            throw new ArgumentOutOfRangeException(nameof(day), $"{year}-{month}-{day} is not a date.");
        }

        Year = year;
        Month = month;
        Day = day;
    }

    public int Year { get; }

    public int Month { get; }

    public int Day { get; }

    /// <summary>The date in UTC at <paramref name="instant"/>.</summary>
    public static CatalogDate From(DateTimeOffset instant)
    {
        var utc = instant.UtcDateTime;
        return new CatalogDate(utc.Year, utc.Month, utc.Day);
    }

    /// <summary>Reads exactly <c>yyyy-MM-dd</c>.</summary>
    public static bool TryParse(string text, out CatalogDate date)
    {
        date = default;
        if (text.Length != 10 || text[4] != '-' || text[7] != '-'
            || !TryParseDigits(text, 0, 4, out var year)
            || !TryParseDigits(text, 5, 2, out var month)
            || !TryParseDigits(text, 8, 2, out var day)
            || !IsValid(year, month, day))
        {
            return false;
        }

        date = new CatalogDate(year, month, day);
        return true;
    }

    /// <summary>The date some days later, or the last that there is.</summary>
    public CatalogDate AddDays(int days)
    {
        var date = new DateTime(Year, Month, Day);
        date = (DateTime.MaxValue - date).TotalDays > days ? date.AddDays(days) : DateTime.MaxValue;
        return new CatalogDate(date.Year, date.Month, date.Day);
    }

    public int CompareTo(CatalogDate other) => Ordinal.CompareTo(other.Ordinal);

    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0:0000}-{1:00}-{2:00}", Year, Month, Day);

    public static bool operator <(CatalogDate left, CatalogDate right) => left.CompareTo(right) < 0;

    public static bool operator <=(CatalogDate left, CatalogDate right) => left.CompareTo(right) <= 0;

    public static bool operator >(CatalogDate left, CatalogDate right) => left.CompareTo(right) > 0;

    public static bool operator >=(CatalogDate left, CatalogDate right) => left.CompareTo(right) >= 0;

    private int Ordinal => (((Year * 100) + Month) * 100) + Day;

    private static bool IsValid(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private static bool TryParseDigits(string text, int start, int length, out int value)
    {
        value = 0;
        for (var i = start; i < start + length; i++)
        {
            if (text[i] is < '0' or > '9')
            {
                return false;
            }

            value = (value * 10) + (text[i] - '0');
        }

        return true;
    }
}
