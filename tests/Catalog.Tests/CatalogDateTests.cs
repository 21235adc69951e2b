namespace TypedLlm.Catalog.Tests;

public sealed class CatalogDateTests
{
    [Theory]
    [InlineData("2026-11-22")]
    [InlineData("2024-02-29")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void Dates_keep_their_text(string text)
    {
        Assert.True(CatalogDate.TryParse(text, out var date));
        Assert.Equal(text, date.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-02-29")]
    [InlineData("2026-13-01")]
    [InlineData("2026-00-10")]
    [InlineData("0000-01-01")]
    [InlineData("2026-1-01")]
    [InlineData("2026/11/22")]
    [InlineData("2026-11-22T00")]
    [InlineData(" 026-11-22")]
    [InlineData("２026-11-22")]
    public void Anything_else_is_no_date(string text) => Assert.False(CatalogDate.TryParse(text, out _));

    [Fact]
    public void Dates_compare_by_year_then_month_then_day()
    {
        CatalogDate[] dates = [new(2025, 12, 31), new(2026, 1, 31), new(2026, 2, 1), new(2026, 2, 2)];
        for (var i = 1; i < dates.Length; i++)
        {
            Assert.True(dates[i - 1] < dates[i] && dates[i] > dates[i - 1]);
            Assert.False(dates[i] <= dates[i - 1] || dates[i - 1] >= dates[i]);
        }

        Assert.True(dates[0] <= new CatalogDate(2025, 12, 31) && dates[0] >= new CatalogDate(2025, 12, 31));
    }

    [Theory]
    [InlineData("2026-11-22", 0, "2026-11-22")]
    [InlineData("2026-11-30", 1, "2026-12-01")]
    [InlineData("2026-12-31", 1, "2027-01-01")]
    [InlineData("2026-11-22", 90, "2027-02-20")]
    [InlineData("2027-02-28", 1, "2027-03-01")]
    [InlineData("2028-02-28", 1, "2028-02-29")]
    [InlineData("2028-02-28", 2, "2028-03-01")]
    [InlineData("2027-12-31", 366, "2028-12-31")]
    [InlineData("2100-02-28", 1, "2100-03-01")]
    [InlineData("9999-12-30", 1, "9999-12-31")]
    [InlineData("9999-12-31", 1, "9999-12-31")]
    [InlineData("2026-11-22", int.MaxValue, "9999-12-31")]
    public void Days_are_counted_over_the_ends_of_months_and_years(string from, int days, string to)
    {
        Assert.True(CatalogDate.TryParse(from, out var date));
        Assert.Equal(to, date.AddDays(days).ToString());
    }

    [Fact]
    public void The_date_of_an_instant_is_that_in_utc() =>
        Assert.Equal(new CatalogDate(2026, 11, 23), CatalogDate.From(new DateTimeOffset(2026, 11, 22, 23, 0, 0, TimeSpan.FromHours(-5))));

    [Fact]
    public void A_day_that_does_not_exist_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new CatalogDate(2026, 4, 31));
}
