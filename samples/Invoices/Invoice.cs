using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using TypedLlm;

namespace Invoices;

// <invoice>
public sealed partial record Invoice(
    [StreamAtomic] string Number,
    string Supplier,
    DateOnly Issued,
    [Description("The date it says, not one that you compute.")] DateOnly? Due,
    Currency Currency,
    IReadOnlyList<InvoiceLine> Lines,
    [Range(0, 1_000_000)] decimal Total)
{
    [Validate]
    internal static void Check(Invoice invoice, LlmValidation validation)
    {
        var sum = invoice.Lines.Sum(line => line.Amount);
        if (sum != invoice.Total)
        {
            validation.Error(nameof(Total), $"is {invoice.Total}, but the lines add up to {sum}"); // the model is told, and asked again
        }

        if (invoice.Due is null)
        {
            validation.Warn(nameof(Due), "the invoice names no date to pay by"); // comes back beside the answer
        }
    }
}
// </invoice>

public sealed partial record InvoiceLine(string Item, [Range(1, 10_000)] int Quantity, decimal UnitPrice)
{
    public decimal Amount => Quantity * UnitPrice; // computed, so no part of the answer
}

public enum Currency { Eur, Gbp, Usd }
