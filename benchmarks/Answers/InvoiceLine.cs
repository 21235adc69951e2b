namespace TypedLlm.Benchmarks.Answers;

internal sealed record InvoiceLine(string Name, int Count, decimal Price, IReadOnlyList<string> Tags);
