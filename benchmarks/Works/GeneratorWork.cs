using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedLlm.Benchmarks.Compilation;
using TypedLlm.Benchmarks.Harness;
using TypedLlm.Generator;

namespace TypedLlm.Benchmarks.Works;

/// <summary>The source generator against the same driver with generators that do nothing, or what System.Text.Json's does, over a project of 500 endpoints of three methods.</summary>
internal static class GeneratorWork
{
    private const int Endpoints = 500;

    public static async Task RunAsync(Report report, bool quick)
    {
        await CompareTextAsync(report, quick);
        await CompareSizesAsync(report, quick, "text", Corpus.OfText);
        await CompareTypesAsync(report, quick);
        await CompareSizesAsync(report, quick, "types", Corpus.OfTypes);
        CountEmissions(report);
        CountTypedEmissions(report);
    }

    private static async Task CompareTextAsync(Report report, bool quick)
    {
        report.Title($"generator · {Endpoints} endpoints of three methods that answer with text, from nothing");
        var corpus = Corpus.OfText(Endpoints);
        var series = await FromNothing(quick).RunAsync(
            Variant.Of("empty transform", () => Generate(new EmptyGenerator(), corpus.Compile())),
            Variant.Of("TypedLlm", () => Generate(new TypedLlmGenerator(), corpus.Compile())));
        report.Table("endpoint", series);
        report.AtMost("CPU of the generator for text, × an empty transform", series[1].CpuRatioTo(series[0]), 4);
    }

    /// <summary>What reads types is emitted for every member of them, so that it is compared with a generator that does the same, and beside it with nothing.</summary>
    private static async Task CompareTypesAsync(Report report, bool quick)
    {
        report.Title($"generator · {Endpoints} endpoints of three methods that answer with types, from nothing");
        var corpus = Corpus.OfTypes(Endpoints);
        var context = Corpus.OfJsonTypes(Endpoints);
        var series = await FromNothing(quick).RunAsync(
            Variant.Of("System.Text.Json, types only", () => Generate(JsonGenerator.Create(), context.Compile())),
            Variant.Of("empty transform", () => Generate(new EmptyGenerator(), corpus.Compile())),
            Variant.Of("TypedLlm", () => Generate(new TypedLlmGenerator(), corpus.Compile())));
        report.Table("endpoint", series);
        report.AtMost("CPU of the generator for types and endpoints, × System.Text.Json's for the types", series[^1].CpuRatioTo(series[0]), 2);
    }

    private static PairedRun FromNothing(bool quick) => new(rounds: quick ? 7 : 31, warmUpRounds: 3) { Operations = 1, Units = Endpoints };

    private static async Task CompareSizesAsync(Report report, bool quick, string answers, Func<int, Corpus> ofSize)
    {
        report.Title($"generator · linear in the number of endpoints that answer with {answers}");
        foreach (var (smaller, larger) in new[] { (125, 250), (250, 500), (500, 1000) })
        {
            var few = ofSize(smaller);
            var twice = ofSize(larger);
            var run = new PairedRun(rounds: quick ? 5 : 21, warmUpRounds: 2) { Operations = 1 };
            var series = await run.RunAsync(
                Variant.Of($"{smaller} endpoints", () => Generate(new TypedLlmGenerator(), few.Compile())),
                Variant.Of($"{larger} endpoints", () => Generate(new TypedLlmGenerator(), twice.Compile())));
            report.Table("compilation", series);
            report.AtMost($"CPU of {larger} endpoints for {answers}, × {smaller}", series[1].CpuRatioTo(series[0]), 2.5);
        }
    }

    private static void CountEmissions(Report report)
    {
        report.Title("generator · what an edit emits again");
        var corpus = Corpus.OfText(Endpoints);
        var compilation = corpus.Compile();
        var driver = Generate(new TypedLlmGenerator(), compilation, trackSteps: true);
        CheckSources(driver, Endpoints + 1);
        report.Line($"");
        report.Exactly("files emitted after an unrelated edit", Emitted(driver.RunGenerators(corpus.EditUnrelated(compilation))), 0);
        report.Exactly("files emitted after an edit of one endpoint", Emitted(driver.RunGenerators(corpus.EditEndpoint(compilation))), 1);
    }

    /// <summary>
    /// An edit of a type emits its reader and the formats that have it in their schema. Those are all three where an endpoint triages: its answer, and the purchase
    /// and the list of purchases around it. A price stands in the last two alone, and types that have it as a member only call its reader.
    /// </summary>
    private static void CountTypedEmissions(Report report)
    {
        const int Types = 3;
        const int Formats = 3;
        const int FormatsWithPrice = 2;
        var corpus = Corpus.OfTypes(Endpoints);
        var compilation = corpus.Compile();
        var driver = Generate(new TypedLlmGenerator(), compilation, trackSteps: true);
        CheckSources(driver, (Endpoints * (1 + Types + Formats)) + 2);
        report.Exactly("files of types emitted after an unrelated edit", Emitted(driver.RunGenerators(corpus.EditUnrelated(compilation))), 0);
        report.Exactly("files emitted after an edit of a type that one endpoint answers with", Emitted(driver.RunGenerators(corpus.EditAnswer(compilation))), 1 + Formats);
        report.Exactly("files emitted after an edit of a type in two answers of each endpoint", Emitted(driver.RunGenerators(corpus.EditShared(compilation))), 1 + (Endpoints * FormatsWithPrice));
    }

    /// <summary>All files, all with bodies: what is measured must be the whole work.</summary>
    private static void CheckSources(GeneratorDriver driver, int files)
    {
        var sources = driver.GetRunResult().Results[0].GeneratedSources;
        if (sources.Length != files || sources.Any(source => source.SourceText.ToString().Contains("NotSupportedException", StringComparison.Ordinal)))
        {
            throw new InvalidOperationException($"The generator emitted {sources.Length} files instead of {files}, or not all of them whole.");
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
