using System.Text;
using System.Text.RegularExpressions;
using TypedLlm.CompilerServices;
using TypedLlm.Streaming;
using TypedLlm.TestKit.Fuzzing;
using TypedLlm.TypedAnswers;

namespace TypedLlm.Runtime.Tests.Answers;

/// <summary>Whatever a server sends, whole or in pieces of any size, ends in a value or in a fault, within bounds.</summary>
public sealed partial class AnswerFuzzTests
{
    private const int Runs = 4_000;
    private const string Odd = "{}[]\",:\\/ue0d8-+.19tfn \n\u0000ä€😀";

    private static readonly string[] Lists =
    [
        """<think>{"items":[1]}</think>{"items":[2,3]}""", "Sources [12,13,14]: they are [1,2]", "Not {\"items\":[4]}, but:\n```\n[6]\n```",
        """{"items":[1,22,-3,4.0,5]}""", "[1, 2, 3]", "```json\n{\"items\": [7,8]}\n```", """Here: {"items":[10,20,30]} Done.""", """{"\u0069tems":[1,2]}""",
        """{"items":[],"more":[1]}""", """{"more":[1],"items":[2]}""", "\"[1,2]\"",
    ];

    private static readonly string[] Objects =
    [
        Total.Json(12), "```\n" + Total.Json(-7) + "\n```", "<think>" + Total.Json(1) + "</think>" + Total.Json(7),
        "Draft " + Total.Json(1) + ". Corrected " + Total.Json(7), "Form " + Total.Json(0) + ":\n```json\n" + Total.Json(7) + "\n```", """{"unknown":{"a":["\ud83d\ude00",true,null]},"amount":5e1}""", """{"amount":1,"text":"a \"quoted\" äöü € 😀\n"}""",
    ];

    public static TheoryData<string, string> Floods => new()
    {
        { "", "[" },
        { "", "{\"a\":" },
        { "", "[0," },
        { "", "\"\\" },
        { "", "[\"\\u00" },
        { "", "[\"" },
        { "", "[1e" },
        { "", "[[]," },
        { "", "{\"amount\":1," },
        { "", "{\"items\":[1," },
        { "", " " },
        { "", "\uFEFF" },
        { "", "[\"😀" },
        { "", "{a} " },
        { "", "{\"a\"} " },
        { "", "{ " },
        { "[1] ", "[1x] " },
        { "", "`" },
        { "{", "\"a\":1," },
        { "{\"items\":[],", "\"a\":1," },
        { "[", "\"a\"," },
    };

    [Fact]
    public void A_whole_answer_is_a_value_or_a_fault()
    {
        var values = Mutants(Objects, 1).Count(static text => new FormatParser<Total>(Total.Format).Parse(new ResponseSnapshot { Text = text }).Fault is null);

        Assert.InRange(values, 1, Runs - 1);
        values = Mutants(Lists, 2).Count(static text => new FormatParser<List<int>>(Totals.Format).Parse(new ResponseSnapshot { Text = text }).Fault is null);
        Assert.InRange(values, 1, Runs - 1);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_a_value_or_a_fault()
    {
        var random = new Random(3);
        var values = 0;
        for (var run = 0; run < Runs; run++)
        {
            var bytes = Encoding.UTF8.GetBytes(Objects[run % Objects.Length]);
            for (var edits = random.Next(4); edits > 0; edits--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            try
            {
                Total.Format.Read(JsonInProse.Find(bytes, mayBeList: false));
                values++;
            }
            catch (AnswerException exception)
            {
                Assert.InRange(exception.Message.Length, 1, 500);
            }
        }

        Assert.InRange(values, 1, Runs - 1);
    }

    [Fact]
    public void Elements_that_come_in_pieces_are_those_of_the_whole_answer()
    {
        var random = new Random(4);
        using var elements = new ElementReader<int>(Totals.Format);
        var (valid, taken) = (0, 0);
        foreach (var text in Mutants(Lists, 5))
        {
            elements.Clear();
            var seen = new List<int>();
            foreach (var piece in Pieces(text, random))
            {
                elements.Append(piece);
                while (elements.TryTake(out var element))
                {
                    seen.Add(element);
                }
            }

            var whole = new FormatParser<List<int>>(Totals.Format).Parse(new ResponseSnapshot { Text = text });
            taken += seen.Count;
            if (whole.Fault is null)
            {
                valid++;

                // What stands behind words or brackets of prose is handed out once the answer is whole.
                Assert.Equal(seen.Count > 0 || BeginsWithAnswer().IsMatch(text) ? whole.Value : [], seen);
            }
        }

        Assert.True(valid > Runs / 10 && taken > Runs / 4, $"{valid} valid answers, {taken} elements");
    }

    [Theory]
    [InlineData("""{"more":[1],"items":[2]}""")]
    [InlineData("""{"more":1,"items":[2]}""")]
    [InlineData("""{"items":{"a":1}}""")]
    [InlineData("\"[1,2]\"")]
    [InlineData("""See [1]: {"items":[5}""")]
    [InlineData("""{"items":[1,2,]}""")]
    public void Nothing_is_taken_from_an_answer_that_is_refused_as_a_whole(string text)
    {
        using var elements = new ElementReader<int>(Totals.Format);
        elements.Append(text);

        Assert.False(elements.TryTake(out _));
        Assert.NotNull(new FormatParser<List<int>>(Totals.Format).Parse(new ResponseSnapshot { Text = text }).Fault);
    }

    [Fact]
    public void A_partial_of_pieces_is_that_of_the_whole_text_and_never_goes_back()
    {
        var random = new Random(6);
        foreach (var text in Mutants([.. Objects, .. Lists], 7))
        {
            using var whole = new PartialDocument(AnswerLimits.Bytes);
            whole.Append(text);
            using var pieces = new PartialDocument(AnswerLimits.Bytes);
            PartialSnapshot? before = null;
            foreach (var piece in Pieces(text, random))
            {
                pieces.Append(piece);
                var shown = PartialSnapshot.Of(pieces);
                Assert.Null(before?.GoesBackIn(shown));
                before = shown;
            }

            Assert.Equal((PartialSnapshot.Of(whole)?.ToString(), whole.IsBroken), (before?.ToString(), pieces.IsBroken));
        }
    }

    [Fact]
    public void A_live_view_of_a_whole_answer_shows_what_is_read_from_it()
    {
        var random = new Random(8);
        using var view = new PartialView<Total>(Total.Format);
        var (compared, unseen) = (0, 0);
        foreach (var text in Mutants(Objects, 9))
        {
            view.Clear();
            LlmEvent<Total>? last = null;
            foreach (var piece in Pieces(text, random))
            {
                last = view.Append(piece);
            }

            if (new FormatParser<Total>(Total.Format).Parse(new ResponseSnapshot { Text = text }) is not { Fault: null, Value: var value })
            {
                continue;
            }

            // Brackets of prose before the answer show nothing, nor does what stands among words.
            var amount = ((last as LlmEvent<Total>.Partial)?.Value as Total.Partial)?.Amount;
            if (amount is null && !BeginsWithAnswer().IsMatch(text))
            {
                unseen++;
                continue;
            }

            compared++;
            Assert.Equal(value.Amount, decimal.Parse(amount!, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture));
        }

        Assert.InRange(compared, Runs / 10, Runs);
        Assert.InRange(unseen, Runs / 10, Runs);
    }

    /// <summary>Work that grew with the square of the length would not end: a flood has more than a million pieces.</summary>
    [Theory]
    [MemberData(nameof(Floods))]
    public void A_flood_is_bounded(string prefix, string drop)
    {
        const int Drops = 1_200_000;
        const long MostBytes = 384L * 1024 * 1024;
        var text = prefix + string.Concat(Enumerable.Repeat(drop, AnswerLimits.Bytes / Encoding.UTF8.GetByteCount(drop)));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.NotNull(new FormatParser<Total>(Total.Format).Parse(new ResponseSnapshot { Text = text }).Fault);
        Assert.NotNull(new FormatParser<List<int>>(Totals.Format).Parse(new ResponseSnapshot { Text = text }).Fault);
        using var document = new PartialDocument(AnswerLimits.Bytes);
        using var elements = new ElementReader<int>(Totals.Format);
        document.Append(prefix);
        elements.Append(prefix);
        for (var count = 0; count < Drops; count++)
        {
            document.Append(drop);
            elements.Append(drop);
            while (elements.TryTake(out _))
            {
            }
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes);
    }

    [GeneratedRegex(@"\A[ \t\r\n]*(```[a-z]*[ \t\r\n]*)?(\{[ \t\r\n]*""|\[[ \t\r\n]*[-0-9\]])")]
    private static partial Regex BeginsWithAnswer();

    /// <summary>Mutated seeds, and every tenth time a text of odd characters.</summary>
    private static IEnumerable<string> Mutants(string[] seeds, int seed)
    {
        var random = new Random(seed);
        var mutators = Array.ConvertAll(seeds, TextMutator.OfFile);
        for (var run = 0; run < Runs; run++)
        {
            yield return run % 10 == 0
                ? string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => Odd[random.Next(Odd.Length)]))
                : run % 4 == 0 ? seeds[random.Next(seeds.Length)] : mutators[random.Next(mutators.Length)].Mutate(random);
        }
    }

    /// <summary>Text arrives in whole characters, since an event of half a pair is no text.</summary>
    private static IEnumerable<string> Pieces(string text, Random random)
    {
        for (var at = 0; at < text.Length;)
        {
            var length = Math.Min(random.Next(4) == 0 ? random.Next(1, 40) : random.Next(1, 6), text.Length - at);
            if (char.IsHighSurrogate(text[at + length - 1]) && at + length < text.Length)
            {
                length++;
            }

            yield return text.Substring(at, length);
            at += length;
        }
    }
}
