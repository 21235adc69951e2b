using System.Collections.Generic;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using System.Threading;
using System.Threading.Tasks;
using TypedLlm;

namespace Shop;

[LlmAnswer(Naming = LlmNaming.SnakeCase)]
public partial record Invoice([StreamAtomic] string Number, [Description("The day of issue.")] System.DateOnly Issued, List<Line> Lines)
{
    [Range(0, 1_000_000)]
    public decimal Total { get; init; }

    [JsonPropertyName("ccy"), AllowedValues("EUR", "USD")]
    public required string Currency { get; init; }

    public Dictionary<string, int?> Counts { get; } = [];

    [JsonIgnore]
    public object Tag { get; set; }

    public (int, int) Pair { get; set; }

    [Validate]
    public static void AddsUp(Invoice invoice, LlmValidation validation)
    {
        if (invoice.Total == 0)
        {
            validation.Warn(nameof(Total), "it costs nothing");
        }
    }

    [Validate]
    private void Wrong(int value)
    {
    }
}

public sealed class Line
{
    [MaxLength(20), RegularExpression("^[A-Z]+$")]
    public string Article { get; set; } = "";

    public Payment Paid { get; set; }

    public Line[] Parts { get; set; }
}

[JsonPolymorphic]
[JsonDerivedType(typeof(Card), "card")]
[JsonDerivedType(typeof(Cash), "cash")]
public abstract record Payment;

public sealed record Card(string Last4) : Payment;

public sealed record Cash(Coin Coin) : Payment;

public enum Coin
{
    [JsonStringEnumMemberName("penny")]
    Penny,
    Pound,
}

[LlmEndpoint(Primary = "gpt-5.5", Fallback = "gpt-5.6-terra")]
public interface IInvoices
{
    [Prompt("Read this invoice: {text}")]
    Task<Invoice> ReadAsync(string text, CancellationToken cancellationToken = default);

    [Prompt("List the lines of: {text}")]
    IAsyncEnumerable<Line> LinesAsync(string text, CancellationToken cancellationToken = default);

    [Prompt("Is it paid? {text}")]
    Task<LlmResult<bool>> PaidAsync(string text, CancellationToken cancellationToken = default);

    [Prompt("Show as it comes: {text}")]
    IAsyncEnumerable<LlmEvent<Invoice>> WatchAsync(string text, CancellationToken cancellationToken = default);
}
