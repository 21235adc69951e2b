using System.Text.Json;
using TypedLlm.Benchmarks.Answers;
using TypedLlm.Benchmarks.Harness;
using TypedLlm.CompilerServices;

namespace TypedLlm.Benchmarks.Works;

/// <summary>Reading a typed answer with the emitted reader, against System.Text.Json's source generation.</summary>
internal static class AnswersWork
{
    public static async Task RunAsync(Report report, bool quick)
    {
        var format = Generated.TypedLlm_Benchmarks_Answers_Invoice__Format.Instance;
        var json = JsonSerializer.SerializeToUtf8Bytes(Invoice.Sample, AnswerJsonContext.Default.Invoice);
        report.Title($"answers · a record graph of {json.Length} bytes");
        CheckValues(format, json);

        var run = new PairedRun(rounds: quick ? 20 : 100, warmUpRounds: 10) { Operations = 10_000 };
        var series = await run.RunAsync(
            Variant.Of("System.Text.Json", () => JsonSerializer.Deserialize(json, AnswerJsonContext.Default.Invoice)),
            Variant.Of("TypedLlm", () => format.Read(json)));
        report.Table("answer", series);
        report.AtMost("CPU of an answer, × System.Text.Json", series[1].CpuRatioTo(series[0]), 0.55);
        report.AtMost("bytes of an answer, × System.Text.Json", series[1].BytesRatioTo(series[0]), 0.65);
    }

    /// <summary>Both must read the same, so that none wins by reading less.</summary>
    private static void CheckValues(AnswerFormat<Invoice> format, byte[] json)
    {
        var written = JsonSerializer.SerializeToUtf8Bytes(format.Read(json), AnswerJsonContext.Default.Invoice);
        if (!written.AsSpan().SequenceEqual(json))
        {
            throw new InvalidOperationException("The emitted reader reads something else than System.Text.Json wrote.");
        }
    }
}
