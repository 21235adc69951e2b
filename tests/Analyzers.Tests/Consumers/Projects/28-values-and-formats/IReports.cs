using TypedLlm;

namespace Wingtip.Analytics;

public enum Period
{
    Month,
    Quarter,
}

public sealed record Money(decimal Amount, string Currency);

public sealed record Region(string Name, Region? Parent);

public sealed class Sale
{
    public required Guid Id { get; init; }

    public DateTimeOffset At { get; init; }

    public TimeSpan Duration { get; init; }

    public Money? Total { get; init; }

    public Region Region { get; init; } = new("World", null);
}

[LlmEndpoint(Primary = "gpt-5.4", Fallback = "gpt-5.5")]
public interface IReports
{
    [Prompt("""
        Sale {sale.Id:N} at {sale.At:u} in {sale.Region.Parent.Name}/{sale.Region.Name}
        took {sale.Duration:c} and brought {sale.Total.Amount:N2} {sale.Total.Currency}.
        """)]
    Task<string> DescribeAsync(Sale sale, CancellationToken ct = default);

    [Prompt("Growth of {rate:P1} per {period:G} from {from:yyyy-MM-dd}, {share:0.00} of {total:N0}, flag {flag}, char {letter}, at {time:HH\\:mm}.")]
    Task<string> GrowthAsync(
        double rate, Period period, DateOnly from, float share, long total, bool flag, char letter, TimeOnly time, CancellationToken ct = default);

    [Prompt("Optional: {count} {when:O} {note}")]
    Task<string> OptionalAsync(int? count = null, DateTime? when = null, string? note = null, CancellationToken ct = default);
}
