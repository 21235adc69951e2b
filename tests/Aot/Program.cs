// Compiled ahead of time: an endpoint called whole, streamed and as events. Prints each answer; any failure is an exit code.
using Aot;
using TypedLlm;

using var runtime = LlmRuntime.Create(Environment.GetEnvironmentVariable("OPENAI_API_KEY")!);
var desk = new SupportDeskEndpoint(runtime);

var whole = await desk.AnswerAsync("Where is order 7?", 7, CancellationToken.None);
Console.WriteLine($"{whole.Model}: {whole.Value}");

var streamed = "";
await foreach (var text in desk.StreamAsync("Where is order 7?", CancellationToken.None))
{
    streamed += text;
}

Console.WriteLine(streamed);

var events = "";
await foreach (var item in desk.WatchAsync("Where is order 7?", CancellationToken.None))
{
    events = item is LlmEvent<string>.Completed completed ? completed.Result.Value : events;
}

Console.WriteLine(events);
return streamed.Length > 0 && streamed == events && whole.Value.Length > 0 ? 0 : 1;
