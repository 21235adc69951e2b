using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedLlm.Benchmarks.Compilation;
using TypedLlm.Benchmarks.Harness;
using TypedLlm.Catalog;

namespace TypedLlm.Benchmarks.Works;

/// <summary>
/// All analyzers against empty ones with the same registrations, over a project of 500 endpoints of three methods and a catalog of 300 models.
/// Each run begins with a compilation of which nothing is bound: both bind all of it, as a build does.
/// </summary>
internal static class AnalyzersWork
{
    private const int Endpoints = 500;
    private const int Models = 300;

    public static async Task RunAsync(Report report, bool quick)
    {
        var options = new AnalyzerOptions([new ModelsFile(Models - BuiltInCatalog.Instance.Models.Count)]);
        await CheckAsync(options);
        await CompareWithEmptyAsync(report, quick, options);
        await CompareSizesAsync(report, quick, options);
    }

    private static async Task CompareWithEmptyAsync(Report report, bool quick, AnalyzerOptions options)
    {
        report.Title($"analyzers · {Endpoints} endpoints of three methods, {Models} models");
        var corpus = Corpus.OfText(Endpoints);
        var run = new PairedRun(rounds: quick ? 7 : 31, warmUpRounds: 3) { Operations = 1, Units = Endpoints };
        var series = await run.RunAsync(
            new Variant("empty analyzers", () => AnalyzeAsync(corpus.Compile(), AnalyzerSets.Empty, options)),
            new Variant("TypedLlm", () => AnalyzeAsync(corpus.Compile(), AnalyzerSets.Ours, options)));
        report.Table("endpoint", series);
        report.AtMost("CPU of the analyzers, × empty ones", series[1].CpuRatioTo(series[0]), 1.3);
    }

    private static async Task CompareSizesAsync(Report report, bool quick, AnalyzerOptions options)
    {
        report.Title("analyzers · linear in the number of endpoints");
        foreach (var (smaller, larger) in new[] { (250, 500), (500, 1000) })
        {
            var few = Corpus.OfText(smaller);
            var twice = Corpus.OfText(larger);
            var run = new PairedRun(rounds: quick ? 5 : 21, warmUpRounds: 2) { Operations = 1 };
            var series = await run.RunAsync(
                new Variant($"{smaller} endpoints", () => AnalyzeAsync(few.Compile(), AnalyzerSets.Ours, options)),
                new Variant($"{larger} endpoints", () => AnalyzeAsync(twice.Compile(), AnalyzerSets.Ours, options)));
            report.Table("compilation", series);
            report.AtMost($"CPU of {larger} endpoints, × {smaller}", series[1].CpuRatioTo(series[0]), 2.5);
        }
    }

    /// <summary>The analyzers see the endpoints and the catalog, find nothing wrong with them, and the empty ones are of the same kind.</summary>
    private static async Task CheckAsync(AnalyzerOptions options)
    {
        var corpus = Corpus.OfText(2);
        var compilation = corpus.Compile();
        await ExpectAsync(0, compilation, options);
        await ExpectAsync(1, corpus.EditEndpoint(compilation, primary: "unknown-model"), options);
        await ExpectAsync(0, corpus.EditEndpoint(compilation, primary: "own-0"), options);
        await AnalyzerSets.CheckAlikeAsync(compilation.WithAnalyzers(AnalyzerSets.Ours, options), compilation.WithAnalyzers(AnalyzerSets.Empty, options));
    }

    private static async Task ExpectAsync(int count, CSharpCompilation compilation, AnalyzerOptions options)
    {
        var findings = await AnalyzeAsync(compilation, AnalyzerSets.Ours, options);
        if (findings.Length != count)
        {
            throw new InvalidOperationException($"The analyzers found {findings.Length} faults, not {count}: {string.Join('\n', findings)}");
        }
    }

    private static Task<ImmutableArray<Diagnostic>> AnalyzeAsync(CSharpCompilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, AnalyzerOptions options) =>
        compilation.WithAnalyzers(analyzers, options).GetAnalyzerDiagnosticsAsync();
}
