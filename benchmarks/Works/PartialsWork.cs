using System.Text.Json;
using TypedLlm.Benchmarks.Answers;
using TypedLlm.Benchmarks.Harness;
using TypedLlm.CompilerServices;
using TypedLlm.TypedAnswers;

namespace TypedLlm.Benchmarks.Works;

/// <summary>
/// An answer that is watched while it arrives, against one pass over the whole of it, and against parsing all of it again for each look. A token
/// of four bytes arrives every 20 ms, and 30 times a second somebody looks: three looks in five tokens. What a look reads is not budgeted: a text that
/// grows is decoded from its beginning each time.
/// </summary>
internal static class PartialsWork
{
    private const int TokensOfRhythm = 5;
    private const int LargestParsedAgain = 20_000;
    private const int BytesOfRound = 2_000_000;
    private static readonly int[] Sizes = [2_000, 20_000, 200_000, 2_000_000];

    public static async Task RunAsync(Report report, bool quick)
    {
        foreach (var size in Sizes)
        {
            foreach (var answer in new[] { ArrivingAnswer.OfManyFields(size), ArrivingAnswer.OfOneString(size) })
            {
                await CompareAsync(report, answer, quick);
            }
        }
    }

    private static async Task CompareAsync(Report report, ArrivingAnswer answer, bool quick)
    {
        report.Title($"partials · {answer.Name}, {answer.Json.Length} bytes in {answer.Deltas.Length} deltas");
        using var document = new PartialDocument(AnswerLimits.Bytes);
        var healed = new HealedJson(answer.Json.Length);
        CheckLines(answer, document, healed);

        var run = new PairedRun(rounds: quick ? 10 : 50, warmUpRounds: 5)
        {
            Operations = Math.Max(1, BytesOfRound / answer.Json.Length),
            Units = answer.Deltas.Length,
        };
        var series = await run.RunAsync(
            Variant.Of("one pass", () => ReadOnce(answer.Json)),
            Variant.Of("TypedLlm, parsing", () => Append(answer, document)),
            Variant.Of("TypedLlm, watched", () => Watch(answer, document)));
        report.Table("delta", series);
        report.AtMost($"parsing of {answer.Name}, {answer.Json.Length} bytes, × one pass", series[1].CpuRatioTo(series[0]), 3);
        report.AtMost($"bytes of a delta of {answer.Name}, {answer.Json.Length} bytes", Math.Round(series[2].MedianBytes, 1), 0);
        if (answer.Json.Length <= LargestParsedAgain * 2)
        {
            var others = await new PairedRun(rounds: 3, warmUpRounds: 1) { Operations = 1, Units = answer.Deltas.Length }.RunAsync(
                Variant.Of("TypedLlm, watched", () => Watch(answer, document)),
                Variant.Of("TypedLlm, what is new read", () => ReadPartials(answer, document, ReadNew)),
                Variant.Of("TypedLlm, all read", () => ReadPartials(answer, document, ReadAll)),
                Variant.Of("closed and parsed again for each look", () => WatchHealed(answer, healed)));
            report.Table("delta", others);
        }
    }

    private static int ReadOnce(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        var tokens = 0;
        while (reader.Read())
        {
            tokens++;
        }

        return tokens;
    }

    private static void Append(ArrivingAnswer answer, PartialDocument document)
    {
        document.Clear();
        foreach (var delta in answer.Deltas)
        {
            document.Append(delta);
        }
    }

    private static int Watch(ArrivingAnswer answer, PartialDocument document)
    {
        document.Clear();
        var shown = 0;
        for (var index = 0; index < answer.Deltas.Length; index++)
        {
            document.Append(answer.Deltas[index]);
            if (IsLookedAt(index) && document.HasRoot)
            {
                shown = Lines(document).Count;
            }
        }

        return shown;
    }

    private static int ReadPartials(ArrivingAnswer answer, PartialDocument document, Func<Invoice.Partial, int> read)
    {
        document.Clear();
        var shown = 0;
        for (var index = 0; index < answer.Deltas.Length; index++)
        {
            document.Append(answer.Deltas[index]);
            if (IsLookedAt(index) && document.HasRoot)
            {
                shown += read(new Invoice.Partial(new PartialValue(document, 0)));
            }
        }

        return shown;
    }

    /// <summary>What can have changed since the last look: texts that grow, and the last line.</summary>
    private static int ReadNew(Invoice.Partial invoice)
    {
        var shown = invoice.States().Customer == PartialState.Growing ? invoice.Customer!.Length : 0;
        return invoice.Lines.Count is > 0 and var count ? shown + Length(invoice.Lines[count - 1]) : shown;
    }

    /// <summary>All that a screen shows which is drawn anew for each look.</summary>
    private static int ReadAll(Invoice.Partial invoice)
    {
        var shown = (invoice.Number?.Length ?? 0) + (invoice.Customer?.Length ?? 0) + (invoice.Total is null ? 0 : 1);
        foreach (var line in invoice.Lines)
        {
            shown += Length(line);
        }

        return shown;
    }

    private static int Length(InvoiceLine.Partial line) => (line.Name?.Length ?? 0) + (line.Price is null ? 0 : 1) + line.Tags.Count;

    private static int WatchHealed(ArrivingAnswer answer, HealedJson healed)
    {
        healed.Clear();
        var shown = 0;
        for (var index = 0; index < answer.Deltas.Length; index++)
        {
            healed.Append(answer.Deltas[index]);
            if (IsLookedAt(index))
            {
                shown = healed.CountLines();
            }
        }

        return shown;
    }

    private static PartialValue Lines(PartialDocument document) => new PartialValue(document, 0).Member("Lines"u8);

    private static bool IsLookedAt(int index) => index % TokensOfRhythm is 0 or 2 or 4;

    /// <summary>All must see the same lines at each look, so that none wins by seeing less.</summary>
    private static void CheckLines(ArrivingAnswer answer, PartialDocument document, HealedJson healed)
    {
        var expected = JsonSerializer.Deserialize(answer.Json, AnswerJsonContext.Default.Invoice)!.Lines.Count;
        document.Clear();
        healed.Clear();
        foreach (var delta in answer.Deltas)
        {
            document.Append(delta);
            healed.Append(delta);
            if (answer.Json.Length <= LargestParsedAgain && healed.CountLines() != Lines(document).Count)
            {
                throw new InvalidOperationException($"The partial shows {Lines(document).Count} lines, and what is parsed again has {healed.CountLines()}.");
            }
        }

        if (Lines(document).DoneCount != expected || healed.CountLines() != expected)
        {
            throw new InvalidOperationException($"Of {expected} lines the partial shows {Lines(document).DoneCount}, and what is parsed again has {healed.CountLines()}.");
        }
    }
}
