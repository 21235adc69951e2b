using System.Text.Json.Serialization;
using TypedLlm;

namespace Guides;

// <declare>
public sealed partial record Bill(
    string Number,
    DateOnly? Due,
    BillParty Seller,
    IReadOnlyList<BillLine> Lines,
    BillPayment Payment,
    [property: StreamAtomic] string Iban);

public sealed partial record BillParty(string Name, string City);

public sealed partial record BillLine(string Text, decimal Price);

[LlmEndpoint(Primary = "5.4", Fallback = "5.6-sol", OnInterrupted = InterruptedStream.Restart)]
public interface IBillReader
{
    [Prompt("Copy the bill out of this text.\n{text}")]
    IAsyncEnumerable<LlmEvent<Bill>> WatchAsync([Untrusted] string text, CancellationToken ct = default);

    [Prompt("List the lines of this bill.\n{text}")]
    IAsyncEnumerable<LlmEvent<List<BillLine>>> WatchLinesAsync([Untrusted] string text, CancellationToken ct = default);
}
// </declare>

// <family>
[JsonDerivedType(typeof(CardPayment), "card")]
[JsonDerivedType(typeof(TransferPayment), "transfer")]
public abstract partial record BillPayment;

public sealed partial record CardPayment(string LastDigits) : BillPayment;

public sealed partial record TransferPayment(string Reference) : BillPayment;
// </family>

public static class BillScreen
{
    // <watch>
    public static async Task<Bill?> ShowAsync(IBillReader reader, string text, TextWriter screen, CancellationToken ct)
    {
        await foreach (var item in reader.WatchAsync(text, ct))
        {
            switch (item)
            {
                case LlmEvent<Bill>.Partial partial:
                    Draw(partial.AsPartial(), screen);
                    break;
                case LlmEvent<Bill>.Restarted:
                    await screen.WriteLineAsync("The connection broke; once more.");
                    break;
                case LlmEvent<Bill>.Completed completed:
                    return completed.Result.Value;
                default:
                    break;
            }
        }

        return null;
    }
    // </watch>

    // <draw>
    private static void Draw(Bill.Partial bill, TextWriter screen)
    {
        screen.WriteLine($"Bill {bill.Number} of {bill.Seller.Name}, due {bill.Due}");
        foreach (var line in bill.Lines)
        {
            screen.WriteLine($"  {line.Text}  {line.Price}");
        }

        if (bill.States().Due == PartialState.Done && bill.Due is null)
        {
            screen.WriteLine("No date is named.");
        }
    }
    // </draw>

    // <cases>
    public static string Describe(BillPayment.Partial payment) => payment switch
    {
        { CardPayment: { } card } => $"by card …{card.LastDigits}",
        { TransferPayment: { } transfer } => $"by transfer, {transfer.Reference}",
        _ => "",
    };
    // </cases>

    // <lines>
    public static async Task CountAsync(IBillReader reader, string text, TextWriter screen, CancellationToken ct)
    {
        await foreach (var item in reader.WatchLinesAsync(text, ct))
        {
            if (item is LlmEvent<List<BillLine>>.Partial partial)
            {
                var lines = partial.AsPartial();
                await screen.WriteLineAsync($"{lines.DoneCount} of {lines.Count} lines are whole.");
            }
        }
    }
    // </lines>

    // <test>
    public static string Sample()
    {
        using var screen = new StringWriter();
        Draw(new Bill.Partial("""{"Number":"A-1","Lines":[{"Text":"Che"""), screen);
        return screen.ToString();
    }
    // </test>
}
