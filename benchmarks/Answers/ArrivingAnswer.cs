using System.Text;
using System.Text.Json;

namespace TypedLlm.Benchmarks.Answers;

/// <summary>An answer as it arrives: the whole JSON, and the pieces it comes in.</summary>
/// <param name="Name">What it is made of.</param>
/// <param name="Json">All of it.</param>
/// <param name="Deltas">The pieces. A token is about four bytes.</param>
internal sealed record ArrivingAnswer(string Name, byte[] Json, string[] Deltas)
{
    private const int DeltaLength = 4;

    /// <summary>An invoice with so many lines that its JSON has about that size.</summary>
    public static ArrivingAnswer OfManyFields(int bytes)
    {
        const int LineBytes = 70;
        var tags = Invoice.Sample.Lines[0].Tags;
        var lines = Enumerable.Range(1, bytes / LineBytes).Select(number => new InvoiceLine($"Paper {number}", number, 12.5m * number, tags));
        return Of("many fields", Invoice.Sample with { Lines = [.. lines] });
    }

    /// <summary>An invoice whose JSON is one long string, with a quote and a line break in each sentence.</summary>
    public static ArrivingAnswer OfOneString(int bytes)
    {
        const string Sentence = "The customer asks for \"blue\" paper, and for nothing else.\n";
        var text = new StringBuilder().Insert(0, Sentence, bytes / Sentence.Length);
        return Of("one long string", Invoice.Sample with { Customer = text.ToString(), Lines = [] });
    }

    private static ArrivingAnswer Of(string name, Invoice invoice)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(invoice, AnswerJsonContext.Default.Invoice);
        var text = Encoding.UTF8.GetString(json);
        return new ArrivingAnswer(name, json, [.. text.Chunk(DeltaLength).Select(characters => new string(characters))]);
    }
}
