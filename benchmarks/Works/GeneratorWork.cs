using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedLlm.Benchmarks.Compilation;
using TypedLlm.Benchmarks.Harness;
using TypedLlm.Generator;

namespace TypedLlm.Benchmarks.Works;

/// <summary>The source generator against the same driver with a generator that does nothing, over a project of 500 endpoints of three methods.</summary>
internal static class GeneratorWork
{
    private const int Endpoints = 500;

    public static async Task RunAsync(Report report, bool quick)
    {
        await CompareWithEmptyAsync(report, quick);
        await CompareSizesAsync(report, quick);
        CountEmissions(report);
    }

    private static async Task CompareWithEmptyAsync(Report report, bool quick)
    {
        report.Title($"generator · {Endpoints} endpoints of three methods, from nothing");
        var corpus = new Corpus(Endpoints);
        var run = new PairedRun(rounds: quick ? 7 : 31, warmUpRounds: 3) { Operations = 1, Units = Endpoints };
        var series = await run.RunAsync(
            Variant.Of("empty transform", () => Generate(new EmptyGenerator(), corpus.Compile())),
            Variant.Of("TypedLlm", () => Generate(new TypedLlmGenerator(), corpus.Compile())));
        report.Table("endpoint", series);
        report.AtMost("CPU of the generator, × an empty transform", series[1].CpuRatioTo(series[0]), 4);
    }

    private static async Task CompareSizesAsync(Report report, bool quick)
    {
        report.Title("generator · linear in the number of endpoints");
        foreach (var (smaller, larger) in new[] { (125, 250), (250, 500), (500, 1000) })
        {
            var few = new Corpus(smaller);
            var twice = new Corpus(larger);
            var run = new PairedRun(rounds: quick ? 5 : 21, warmUpRounds: 2) { Operations = 1 };
            var series = await run.RunAsync(
                Variant.Of($"{smaller} endpoints", () => Generate(new TypedLlmGenerator(), few.Compile())),
                Variant.Of($"{larger} endpoints", () => Generate(new TypedLlmGenerator(), twice.Compile())));
            report.Table("compilation", series);
            report.AtMost($"CPU of {larger} endpoints, × {smaller}", series[1].CpuRatioTo(series[0]), 2.5);
        }
    }

    private static void CountEmissions(Report report)
    {
        report.Title("generator · what an edit emits again");
        var corpus = new Corpus(Endpoints);
        var compilation = corpus.Compile();
        var driver = Generate(new TypedLlmGenerator(), compilation, trackSteps: true);
        CheckSources(driver.GetRunResult().Results[0].GeneratedSources);
        report.Line($"");
        report.Exactly("files emitted after an unrelated edit", Emitted(driver.RunGenerators(corpus.EditUnrelated(compilation))), 0);
        report.Exactly("files emitted after an edit of one endpoint", Emitted(driver.RunGenerators(corpus.EditEndpoint(compilation))), 1);
    }

    /// <summary>A client for each endpoint and the registration, all with bodies: what is measured must be the whole work.</summary>
    private static void CheckSources(IReadOnlyList<GeneratedSourceResult> sources)
    {
        if (sources.Count != Endpoints + 1 || sources.Any(source => source.SourceText.ToString().Contains("NotSupportedException", StringComparison.Ordinal)))
        {
            throw new InvalidOperationException("The generator did not emit a whole client for each endpoint.");
        }
    }

    /// <summary>
    /// No compiler tracks steps: for each file it would walk all that the file came from, with collected names all endpoints, and half of the time
    /// measured would be spent on that.
    /// </summary>
    private static GeneratorDriver Generate(IIncrementalGenerator generator, CSharpCompilation compilation, bool trackSteps = false)
    {
        var driver = CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator()],
            parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackSteps));
        return driver.RunGenerators(compilation);
    }

    private static int Emitted(GeneratorDriver driver) =>
        driver.GetRunResult().Results[0].TrackedOutputSteps.Values
            .SelectMany(steps => steps)
            .SelectMany(step => step.Outputs)
            .Count(output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified);
}
