using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TypedLlm.CompilerServices;
using TypedLlm.Runtime.Tests.Streaming;
using TypedLlm.TypedAnswers;

namespace TypedLlm.Runtime.Tests.Answers;

/// <summary>What is shown of each prefix of a document is what another reader of unfinished JSON makes of it.</summary>
public sealed class PrefixTests
{
    private static readonly JsonElement[] All = [.. Recordings.Document("json-prefix.json").GetProperty("documents").EnumerateArray()];

    private static readonly string[] Words = ["true", "false", "null"];

    public static TheoryData<int> Documents => [.. Enumerable.Range(0, All.Length)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Each_prefix_shows_what_another_reader_makes_of_it(int document)
    {
        var text = All[document].GetProperty("text").GetString()!;
        JsonElement[] prefixes = [.. All[document].GetProperty("prefixes").EnumerateArray()];
        var next = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            next += next < prefixes.Length && prefixes[next].GetProperty("at").GetInt32() == at ? 1 : 0;
            if (at > 0 && (char.IsHighSurrogate(text[at - 1]) || char.IsWhiteSpace(text[at - 1]) || Array.Exists(Words, text[..at].EndsWith)))
            {
                // Half of a character cannot arrive. The other reader cuts white space off, inside strings too, and shows a word before it is followed by anything.
                continue;
            }

            using var partial = new PartialDocument((text.Length * 4) + 1);
            partial.Append(Encoding.UTF8.GetBytes(text[..at]));

            var expected = prefixes[next - 1].GetProperty("shown");
            var shown = partial.HasRoot ? Show(new PartialValue(partial, 0)) : null;
            Assert.True(
                JsonNode.DeepEquals(shown, JsonNode.Parse(expected.GetRawText())),
                $"The first {at} of '{text}' show {shown?.ToJsonString() ?? "nothing"}, but {expected.GetRawText()} is right.");
        }

        Assert.Equal(prefixes.Length, next);
    }

    private static JsonNode? Show(PartialValue value)
    {
        switch (value.Kind)
        {
            case PartialKind.String:
                return JsonValue.Create(value.Text());
            case PartialKind.List:
                return new JsonArray([.. Children(value).Select(Show)]);
            case PartialKind.Object:
                return new JsonObject(Children(value).Select(static child => KeyValuePair.Create(child.Name!, Show(child))));
            default:
                value.TryGetJson(out var json);
                return JsonNode.Parse(json);
        }
    }

    /// <summary>Those that can be told: a number or word that may go on is not shown yet.</summary>
    private static List<PartialValue> Children(PartialValue value)
    {
        var children = new List<PartialValue>();
        for (var child = value.First(); child.State != PartialState.Pending; child = child.Next())
        {
            if (child.Kind != PartialKind.Literal || child.State == PartialState.Done)
            {
                children.Add(child);
            }
        }

        return children;
    }
}
