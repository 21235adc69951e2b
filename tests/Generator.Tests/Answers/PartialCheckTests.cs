using System.Reflection;

namespace TypedLlm.Generator.Tests.AnswerTypes;

/// <summary>Checks that say one thing now and another later, by a clock or a cache, while a partial is looked at.</summary>
public sealed class PartialCheckTests
{
    private const string Source = """
        using System.Linq;

        public sealed record Checked(int Number)
        {
            public static string Mood { get; set; } = "takes";
            public static int Calls { get; set; }

            [Validate]
            internal static void Check(Checked value, LlmValidation validation)
            {
                Calls++;
                switch (Mood)
                {
                    case "refuses":
                        validation.Error(nameof(Number), "not now");
                        break;
                    case "throws":
                        throw new TimeoutException();
                }
            }
        }

        public sealed partial record Group(string Name, Checked First);

        public sealed partial record Answer(List<Checked> List, Dictionary<string, Checked> Map, Dictionary<string, Group> Groups);

        [LlmEndpoint(Primary = "gpt-5.4", Fallback = "gpt-5.6-sol")]
        public interface IDesk
        {
            [Prompt("{text}")] IAsyncEnumerable<LlmEvent<Answer>> WatchAsync(string text);
        }

        public static class Program
        {
            public static string List(string json, string mood, bool isCounted)
            {
                (Checked.Mood, Checked.Calls) = ("takes", 0);
                var list = new Answer.Partial(json).List;
                var shown = isCounted ? list.Count : list.Count();
                Checked.Mood = mood;
                return $"{shown} {list.Count} {string.Join(",", list.Select(item => item.Number))} {list[0].Number},{list[1].Number} {Checked.Calls}";
            }

            public static string Map(string json, string mood, bool isCounted)
            {
                (Checked.Mood, Checked.Calls) = ("takes", 0);
                var map = new Answer.Partial(json).Map;
                var shown = isCounted ? map.Count : map.Count();
                Checked.Mood = mood;
                return $"{shown} {map.Count} {string.Join(",", map.Select(item => item.Value.Number))} {map[0].Key},{map[1].Key} {Checked.Calls}";
            }

            public static string Groups(string json, string mood, bool isCounted)
            {
                (Checked.Mood, Checked.Calls) = ("takes", 0);
                var groups = new Answer.Partial(json).Groups;
                var shown = isCounted ? groups.Count : groups.Count();
                Checked.Mood = mood;
                return $"{shown} {groups[0].Value.First?.Number} {groups[1].Value.First?.Number} {Checked.Calls}";
            }

            public static string Refused(string json, string mood, bool isCounted)
            {
                (Checked.Mood, Checked.Calls) = (mood, 0);
                var list = new Answer.Partial(json).List;
                return $"{(isCounted ? list.Count : list.Count())} {list.Any()}";
            }
        }
        """;

    private const string Two = """[{"Number":1},{"Number":2}""";
    private const string Pairs = """{"Map":[{"key":"a","value":{"Number":1}},{"value":{"Number":2},"key":"b"}""";
    private const string Groups = """{"Groups":{"a":{"Name":"A","First":{"Number":1}},"b":{"Name":"B","First":{"Number":2}}}""";

    private static readonly Lazy<Assembly> Program = new(() => Harness.Run(Sources.InShop(Source)).Load());

    [Theory]
    [InlineData("List", """{"List":""" + Two + "]}", "2 2 1,2 1,2 2")]
    [InlineData("List", """{"List":""" + Two + """,{"Number":""", "2 2 1,2 1,2 2")]
    [InlineData("Map", Pairs, "2 2 1,2 a,b 2")]
    [InlineData("Map", """{"Map":{"a":{"Number":1},"b":{"Number":2}}""", "2 2 1,2 a,b 2")]
    public void What_was_shown_of_a_list_stays_whatever_its_check_says_later(string member, string json, string expected) => AssertShown(member, json, expected);

    [Theory]
    [InlineData(Groups, "2   2")]
    [InlineData("""{"Groups":[{"key":"a","value":{"Name":"A","First":{"Number":1}}},{"key":"b","value":{"Name":"B","First":{"Number":2}}}""", "2   2")]
    public void What_an_entry_has_inside_is_checked_when_it_is_looked_at(string json, string expected) => AssertShown("Groups", json, expected);

    [Fact]
    public void What_a_check_refuses_at_first_is_not_shown() => AssertShown("Refused", """{"List":""" + Two + "]}", "0 False");

    private static void AssertShown(string method, string json, string expected)
    {
        foreach (var mood in (string[])["refuses", "throws"])
        {
            foreach (var isCounted in (bool[])[true, false])
            {
                Assert.Equal(expected, Program.Value.GetType("Shop.Program", throwOnError: true)!.GetMethod(method)!.Invoke(null, [json, mood, isCounted]));
            }
        }
    }
}
