namespace TypedLlm.Benchmarks.Answers;

internal sealed partial record InvoiceLine(string Name, int Count, decimal Price, IReadOnlyList<string> Tags);
