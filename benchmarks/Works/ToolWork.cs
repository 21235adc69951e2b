using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedLlm.Benchmarks.Compilation;
using TypedLlm.Benchmarks.Harness;
using TypedLlm.Generator;

namespace TypedLlm.Benchmarks.Works;

/// <summary>
/// The packed and installed tool as a whole process, from its start to its end, over an assembly of 500 endpoints of three methods. The floor is a
/// program that does nothing, started in turn with it.
/// </summary>
internal static class ToolWork
{
    /// <summary>The argument that makes this program the floor.</summary>
    public const string Hello = "hello";

    private const int Endpoints = 500;
    private const double Budget = 500;

    public static Task RunAsync(Report report, bool quick)
    {
        report.Title($"tool · start to end over {Endpoints} endpoints of three methods");
        var folder = Directory.CreateTempSubdirectory("typedllm-endpoints-");
        try
        {
            using var tool = new InstalledTool();
            var assembly = Path.Combine(folder.FullName, "Shop.dll");
            Emit(assembly);
            var floor = new ProcessStarts("a program that does nothing", Environment.ProcessPath!, Hello);
            var help = new ProcessStarts("typedllm --help", tool.Program, "--help");
            var verify = new ProcessStarts("typedllm verify --offline", tool.Program, "verify", "--offline", assembly);
            for (var round = 0; round < (quick ? 7 : 31); round++)
            {
                floor.Run(Hello);
                help.Run("verify");
                verify.Run("");
            }

            Print(report, floor, help, verify);
            report.AtMost("verify --offline, ms from start to end, minimum", verify.Minimum, Budget);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return Task.CompletedTask;
    }

    private static void Emit(string path)
    {
        var sources = Corpus.OfText(Endpoints).Compile();
        var driver = CSharpGeneratorDriver.Create([new TypedLlmGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)sources.SyntaxTrees[0].Options);
        driver.RunGeneratorsAndUpdateCompilation(sources, out var compilation, out _);
        using var file = File.Create(path);
        var result = compilation.Emit(file);
        if (!result.Success)
        {
            throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
        }
    }

    private static void Print(Report report, params ProcessStarts[] series)
    {
        report.Line($"");
        report.Line($"| start to end | ms, minimum | ms, median |");
        report.Line($"|---|--:|--:|");
        foreach (var row in series)
        {
            report.Line($"| {row.Name} | {row.Minimum:F0} | {row.Median:F0} |");
        }

        report.Line($"");
    }
}
