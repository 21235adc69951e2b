using System.Text;
using System.Text.Json;
using TypedLlm.TypedAnswers;
using TypedLlm.CompilerServices;
using TypedLlm.Runtime.Tests.Streaming;

namespace TypedLlm.Runtime.Tests.Answers;

public sealed class PartialDocumentTests : IDisposable
{
    private const int MaxBytes = 4 * 1024 * 1024;

    private readonly PartialDocument _document = new(MaxBytes);

    public static IEnumerable<object[]> Documents => Texts.Select(static text => new object[] { text });

    public static IEnumerable<object[]> Suite => Recordings.Document("jsontestsuite.json").GetProperty("cases").EnumerateArray()
        .Select(static test => new object[] { test.GetProperty("verdict").GetString()!, test.GetProperty("input_base64").GetString()! });

    private static IEnumerable<string> Texts => Recordings.Document("json-prefix.json").GetProperty("documents").EnumerateArray()
        .Select(static document => document.GetProperty("text").GetString()!);

    public void Dispose() => _document.Dispose();

    [Theory]
    [MemberData(nameof(Documents))]
    public void Each_byte_shows_what_the_whole_answer_says_and_nothing_goes_back(string json)
    {
        var value = JsonDocument.Parse(json).RootElement;
        PartialSnapshot? before = null;
        foreach (var next in Encoding.UTF8.GetBytes(json))
        {
            _document.Append([next]);
            var shown = PartialSnapshot.Of(_document);
            Assert.Null(shown?.Contradicts(value));
            Assert.Null(before?.GoesBackIn(shown));
            before = shown;
        }

        Assert.Equal(PartialState.Done, Root.State);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Pieces_of_any_size_come_to_the_same(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        _document.Append(bytes);
        var whole = Render(_document);
        for (var seed = 1; seed <= 20; seed++)
        {
            var random = new Random(seed);
            using var pieces = new PartialDocument(MaxBytes);
            for (var at = 0; at < bytes.Length;)
            {
                var length = Math.Min(random.Next(1, 9), bytes.Length - at);
                pieces.Append(bytes.AsSpan(at, length));
                at += length;
            }

            Assert.Equal(whole, Render(pieces));
        }
    }

    [Theory]
    [MemberData(nameof(Suite))]
    public void What_is_json_is_read_and_what_is_not_does_no_harm(string verdict, string base64)
    {
        var bytes = Convert.FromBase64String(base64);
        foreach (var next in bytes)
        {
            _document.Append([next]);
            PartialSnapshot.Of(_document);
        }

        if (verdict == "accept" && JsonDocument.Parse(bytes).RootElement is { ValueKind: JsonValueKind.Object or JsonValueKind.Array } value)
        {
            Assert.Equal(PartialState.Done, Root.State);
            Assert.Null(PartialSnapshot.Of(_document)!.Contradicts(value));
        }
    }

    [Fact]
    public void Mutations_and_arbitrary_bytes_do_no_harm()
    {
        var seeds = Texts.Select(Encoding.UTF8.GetBytes).ToArray();
        var random = new Random(1);
        for (var run = 0; run < 5_000; run++)
        {
            var bytes = (byte[])seeds[random.Next(seeds.Length)].Clone();
            for (var change = random.Next(1, 5); change > 0; change--)
            {
                bytes[random.Next(bytes.Length)] = run % 2 == 0 ? (byte)random.Next(256) : (byte)"{}[]\",:\\u0d8-etfn "[random.Next(18)];
            }

            _document.Clear();
            PartialSnapshot? before = null;
            for (var at = 0; at < bytes.Length;)
            {
                var length = Math.Min(random.Next(1, 20), bytes.Length - at);
                _document.Append(bytes.AsSpan(at, length));
                var shown = PartialSnapshot.Of(_document);
                Assert.Null(before?.GoesBackIn(shown));
                before = shown;
                at += length;
            }
        }
    }

    [Fact]
    public void States_tell_how_far_each_member_has_come()
    {
        Append("""{"number":"A-1","total":12""");

        Assert.Equal((PartialState.Done, PartialState.Growing, PartialState.Pending),
            (Root.Member("number"u8).State, Root.Member("total"u8).State, Root.Member("lines"u8).State));
        Assert.False(Root.Member("total"u8).TryGetJson(out _));

        Append("""0.5,"lines":[{"text":"Che""");

        Assert.True(Root.Member("total"u8).TryGetJson(out var total));
        Assert.Equal("120.5", Encoding.UTF8.GetString(total));
        Assert.Equal((1, 0), (Root.Member("lines"u8).Count, Root.Member("lines"u8).DoneCount));
        Assert.Equal("Che", Root.Member("lines"u8).First().Member("text"u8).Text());
    }

    [Fact]
    public void Whatever_reading_a_value_throws_it_is_not_there()
    {
        Append("""{"a":1,"2":3}""");

        Assert.Equal(1, Root.Member("a"u8).Whole(static (ref AnswerReader reader) => reader.ReadInt32()));
        Assert.Equal(0, Root.Member("a"u8).Whole<int>(static (ref AnswerReader reader) => throw new FormatException("a")));
        Assert.False(Root.Member("a"u8).TryRead<int>(static (ref AnswerReader reader) => throw new TimeZoneNotFoundException("a"), out _));
        Assert.False(Root.Member("2"u8).TryReadKey<int>(static (ref AnswerReader reader) => throw new OverflowException("a"), isNumber: true, out _));
    }

    [Theory]
    [InlineData("""["abc\q","d"]""", "abc")]
    [InlineData("""["ab\u00zz0",1]""", "ab")]
    [InlineData("""["ab\u0e"]""", "ab")]
    [InlineData("""["a\n\ud83dx"]""", "a\n")]
    [InlineData("""["a\ud83d\u0041"]""", "a")]
    [InlineData("""["a\ud83d\n"]""", "a")]
    [InlineData("""["a\udc00b"]""", "a")]
    [InlineData("[\"ab\ncd\\q\"]", "ab")]
    [InlineData("[\"a\\\"b\tc", "a\"b")]
    public void What_is_no_text_ends_a_string_and_nothing_that_was_shown_goes_away(string json, string shown)
    {
        PartialSnapshot? before = null;
        foreach (var next in json)
        {
            Append(next.ToString());
            var now = PartialSnapshot.Of(_document);
            Assert.Null(before?.GoesBackIn(now));
            before = now;
        }

        Assert.Equal(shown, Root.First().Text());
    }

    [Theory]
    [InlineData("""{"reply":{"text":"a""", null)]
    [InlineData("""{"reply":{"text":"a"}""", null)]
    [InlineData("""{"reply":{"text":"a"}}""", "reply")]
    [InlineData("""{"reply":{"text":"a"},"title":"b""", null)]
    [InlineData("""{"reply":{"text":"a"},"title":"b"}""", null)]
    [InlineData("""{"reply":{"text":"a"},"$type":"thread""", null)]
    [InlineData("""{"reply":{"text":"a"},"$type":"thread",""", "thread")]
    [InlineData("""{"reply":{"text":"a"},"$type":"thread","title":"b"}""", "thread")]
    public void A_member_that_is_called_like_a_case_shows_no_wrong_one(string json, string? name)
    {
        Append(json);

        Assert.Equal(name, Root.CaseName(new AnswerCases("$type", "reply", "thread") { AreNamesOfMembers = true }));
    }

    [Fact]
    public void A_name_with_escapes_is_found()
    {
        Append("""{"\u0061\"b":1,"c":2}""");

        Assert.Equal(PartialState.Done, Root.Member("a\"b"u8).State);
        Assert.Equal(PartialState.Pending, Root.Member("b"u8).State);
    }

    [Fact]
    public void A_fence_around_an_answer_is_passed_over()
    {
        Append("```json\n{\"a\":1}\n```");

        Assert.True(Root.Member("a"u8).TryGetJson(out var json));
        Assert.Equal("1", Encoding.UTF8.GetString(json));
        Assert.Equal(PartialState.Done, Root.State);
    }

    [Theory]
    [InlineData("Here it is:\n```json\n")]
    [InlineData("<think>")]
    [InlineData("See [1]: ")]
    public void Nothing_is_shown_of_what_stands_among_words(string words)
    {
        Append(words + "{\"a\":1}");

        Assert.False(_document.HasRoot);
        Assert.Equal(PartialState.Pending, PartialValue.Of(words + "{\"a\":1}").State);
    }

    [Fact]
    public void A_view_of_an_answer_that_was_given_up_says_so()
    {
        Append("""{"a":1}""");
        var before = Root;
        _document.Clear();
        Append("""{"a":2}""");

        Assert.Throws<InvalidOperationException>(() => before.State);
        Assert.Equal(PartialState.Done, Root.State);
    }

    [Fact]
    public void Depth_and_size_are_bounded()
    {
        Append(new string('[', PartialDocument.MaxDepth));
        Assert.False(_document.IsBroken);
        Append("[");
        Assert.True(_document.IsBroken);

        using var small = new PartialDocument(2048);
        small.Append(Encoding.UTF8.GetBytes($"[\"{new string('x', 4096)}"));
        Assert.True(small.IsBroken);
    }

    private PartialValue Root => new(_document, 0);

    private static string? Render(PartialDocument document) => PartialSnapshot.Of(document) is { } shown ? JsonSerializer.Serialize(shown.ToString()) + document.IsBroken : null;

    private void Append(string text) => _document.Append(Encoding.UTF8.GetBytes(text));
}
