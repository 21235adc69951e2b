namespace TypedLlm.Benchmarks.Answers;

/// <summary>An answer as models give it: records with constructors, a list of them, and lists of text inside.</summary>
internal sealed partial record Invoice(string Number, string Customer, DateOnly Issued, decimal Total, bool Paid, IReadOnlyList<InvoiceLine> Lines)
{
    private static readonly string[] Tags = ["office", "paper", "a4"];

    public static Invoice Sample { get; } = new(
        "2026-0117",
        "Sørensen & Sons",
        new DateOnly(2026, 2, 3),
        1279.5m,
        Paid: false,
        [.. Enumerable.Range(1, 6).Select(number => new InvoiceLine($"Paper {number}", number, 12.5m * number, Tags))]);
}
