// Compiled ahead of time: endpoints that answer with text and with types, called whole, streamed and as events. Prints what arrived.
using System.Globalization;
using Aot;
using TypedLlm;

using var runtime = LlmRuntime.Create(Environment.GetEnvironmentVariable("OPENAI_API_KEY")!);
var desk = new SupportDeskEndpoint(runtime);

var whole = await desk.AnswerAsync("Where is order 7?", 7, CancellationToken.None);
Console.WriteLine($"text: {whole.Model}: {whole.Value}");

var streamed = "";
await foreach (var text in desk.StreamAsync("Where is order 7?", CancellationToken.None))
{
    streamed += text;
}

Console.WriteLine($"streamed text: {streamed}");

await foreach (var item in desk.WatchAsync("Where is order 7?", CancellationToken.None))
{
    if (item is LlmEvent<string>.Completed completed)
    {
        Console.WriteLine($"text of events: {completed.Result.Value}");
    }
}

var orders = new OrderDeskEndpoint(runtime);
var order = await orders.ReadAsync("two lamps", CancellationToken.None);
Console.WriteLine($"order: {Show(order)}");

await foreach (var item in orders.ListAsync("two lamps", CancellationToken.None))
{
    Console.WriteLine($"item: {item.Count} {item.Name} {Number(item.Price)}");
}

// Only what differs from the partial before is printed, so that it does not matter how the text was cut.
var shown = "";
await foreach (var item in orders.WatchAsync("two lamps", CancellationToken.None))
{
    switch (item)
    {
        case LlmEvent<Order>.Partial partial:
            var now = ShowPartial(partial.AsPartial());
            if (now != shown)
            {
                Console.WriteLine($"partial: {now}");
                shown = now;
            }

            break;
        case LlmEvent<Order>.Completed completed:
            Console.WriteLine($"order of events: {Show(completed.Result.Value)}");
            break;
        default:
            break;
    }
}

Console.WriteLine($"parcels: {await orders.CountParcelsAsync(order, CancellationToken.None)}");

static string ShowPartial(Order.Partial order) =>
    $"{order.Id} {order.Day:yyyy-MM-dd} {order.Priority} items {order.Items.DoneCount} discounts {order.Discounts.Count}";

static string Show(Order order) => string.Join(
    "; ",
    $"{order.Id} {order.Customer} {order.Day:yyyy-MM-dd} {order.Priority}",
    string.Join(", ", order.Items.Select(item => $"{item.Count} {item.Name} {Number(item.Price)}")),
    order.Payment switch
    {
        CardPayment card => $"card {card.Last4}",
        InvoicePayment invoice => $"{invoice.Days} days",
        _ => "?",
    },
    string.Join(", ", order.Discounts.Select(discount => $"{discount.Key} {Number(discount.Value)}")),
    order.Note ?? "no note");

static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);
