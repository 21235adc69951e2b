using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Aot;

/// <summary>An answer with each kind of thing that code is emitted for.</summary>
public sealed partial record Order(
    int Id,
    string Customer,
    DateOnly Day,
    Priority Priority,
    IReadOnlyList<OrderItem> Items,
    Payment Payment,
    IReadOnlyDictionary<string, decimal> Discounts,
    string? Note);

public sealed partial record OrderItem(string Name, [Range(1, 100)] int Count, decimal Price);

public enum Priority
{
    Low,
    [JsonStringEnumMemberName("very-high")]
    High,
}

[JsonPolymorphic]
[JsonDerivedType(typeof(CardPayment), "card")]
[JsonDerivedType(typeof(InvoicePayment), "invoice")]
public abstract partial record Payment;

public sealed partial record CardPayment(string Last4) : Payment;

public sealed partial record InvoicePayment(int Days) : Payment;
