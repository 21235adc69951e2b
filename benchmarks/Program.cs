using System.Globalization;
using TypedLlm.Benchmarks.Harness;
using TypedLlm.Benchmarks.Server;
using TypedLlm.Benchmarks.Works;

if (args is [ToolWork.Hello])
{
    Console.WriteLine(ToolWork.Hello);
    return 0;
}

if (args is ["serve"])
{
    LoadServer.Run();
    return 0;
}

if (args is ["probe", var client, var warmUp, var baseUrl, var streams, var seconds])
{
    await StreamProbe.MainAsync(
        client,
        new Uri(warmUp),
        new Uri(baseUrl),
        int.Parse(streams, CultureInfo.InvariantCulture),
        TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture)));
    return 0;
}

var works = new Dictionary<string, Func<Report, bool, Task>>
{
    ["token"] = TokenWork.RunAsync,
    ["call"] = CallWork.RunAsync,
    ["request"] = RequestWork.RunAsync,
    ["answers"] = AnswersWork.RunAsync,
    ["partials"] = PartialsWork.RunAsync,
    ["added"] = AddedWork.RunAsync,
    ["generator"] = GeneratorWork.RunAsync,
    ["analyzers"] = AnalyzersWork.RunAsync,
    ["tool"] = ToolWork.RunAsync,
    ["streams"] = StreamsWork.RunAsync,
};
var quick = args.Contains("--quick");
var chosen = args.Where(argument => argument != "--quick").ToArray();
if (chosen is ["all"])
{
    chosen = [.. works.Keys];
}

if (chosen.Length == 0 || chosen.Any(name => !works.ContainsKey(name)))
{
    Console.Error.WriteLine($"Name what to measure: {string.Join(", ", works.Keys)} or all. --quick takes fewer rounds.");
    return 2;
}

var report = new Report(Console.Out);
foreach (var name in chosen)
{
    await works[name](report, quick);
}

report.Title("Budgets");
report.Line($"{report.Missed.Count} missed");
foreach (var missed in report.Missed)
{
    report.Line($"- {missed}");
}

return report.Missed.Count == 0 ? 0 : 1;
