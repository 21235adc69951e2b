// An invoice from a letter: whole and checked, line by line, and live while it is written.
// Without OPENAI_API_KEY everything runs against the embedded simulator, over real HTTP on this machine. It says what simulator.json tells it:
// once with two digits of the total swapped, once cut off in the middle.
using Invoices;
using TypedLlm;
using TypedLlm.Simulator;

var key = Environment.GetEnvironmentVariable("OPENAI_API_KEY");
await using var simulator = string.IsNullOrEmpty(key) ? await SimulatorServer.StartAsync(SimulatorOptions.Load(PathOf("simulator.json"))) : null;
await using var runtime = simulator is null ? LlmRuntime.Create(key!) : LlmRuntime.Create(OptionsFor(simulator));
Console.WriteLine(simulator is null ? "Running on the real service." : "No OPENAI_API_KEY: running against the embedded simulator.");
var bookkeeper = new BookkeeperEndpoint(runtime);
var letter = await File.ReadAllTextAsync(PathOf("letter.txt"));

Console.WriteLine("\n== Task<Invoice>: whole, and checked");
var invoice = await bookkeeper.ReadAsync(letter, new LlmCallOptions { OnCompleted = Print });
Console.WriteLine($"  {invoice.Number} from {invoice.Supplier}, {invoice.Issued:d MMMM yyyy}: {invoice.Total:N2} {invoice.Currency}");

Console.WriteLine("\n== IAsyncEnumerable<InvoiceLine>: each line as soon as it is complete");
await foreach (var line in bookkeeper.ListAsync(letter))
{
    Console.WriteLine($"  {line.Quantity,3} x {line.Item,-24} {line.Amount,9:N2}");
}

Console.WriteLine("\n== IAsyncEnumerable<LlmEvent<Invoice>>: live, while it is written");
var view = new LiveView();
await foreach (var item in bookkeeper.WatchAsync(letter))
{
    switch (item)
    {
        case LlmEvent<Invoice>.Partial partial:
            view.Show(partial.AsPartial());
            break;
        case LlmEvent<Invoice>.Restarted:
            view.Restart(); // what was shown is void
            break;
        case LlmEvent<Invoice>.Completed completed:
            Print(completed.Result);
            break;
        default: // more kinds of events may come with later versions
            break;
    }
}

static void Print<T>(LlmResult<T> result)
{
    foreach (var attempt in result.Attempts)
    {
        Console.WriteLine($"  {attempt.Model}: {attempt.Failure?.ToString() ?? attempt.Outcome.ToString()} {attempt.Reason}".TrimEnd());
    }

    foreach (var warning in result.Warnings)
    {
        Console.WriteLine($"  warning at {warning.Path}: {warning.Message}");
    }
}

static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, file);

static TypedLlmOptions OptionsFor(SimulatorServer simulator) =>
    new() { Providers = { ["openai"] = new ProviderOptions { BaseUrl = simulator.BaseUrl.ToString(), ApiKey = "simulated" } } };
