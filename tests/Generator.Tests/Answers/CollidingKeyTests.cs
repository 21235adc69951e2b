using System.Collections;
using System.Reflection;
using System.Text;
using TypedLlm.TestKit;
using TypedLlm.TestKit.Answers;
using TypedLlm.TypedAnswers;

namespace TypedLlm.Generator.Tests.AnswerTypes;

/// <summary>Keys that were chosen to have one hash code, each compared with all before it, are few enough.</summary>
public sealed class CollidingKeyTests
{
    private const int Most = 5_000;
    private const string Expected = "at most 5000 elements in one set or dictionary, and fewer in each of several";

    private const string Source = """
        public class Answer
        {
            public HashSet<long>? Set { get; set; }
            public ISet<long>? Other { get; set; }
            public ImmutableHashSet<long>? Fixed { get; set; }
            public ImmutableSortedSet<long>? Ordered { get; set; }
            public SortedSet<long>? Sorted { get; set; }
            public Own? Derived { get; set; }
            public Dictionary<long, bool>? Map { get; set; }
            public IReadOnlyDictionary<long, bool>? Table { get; set; }
            public ImmutableDictionary<long, bool>? Frozen { get; set; }
            public SortedDictionary<long, bool>? ByKey { get; set; }
            public List<long>? List { get; set; }
            public List<HashSet<long>>? Sets { get; set; }
            public Keyed? ByItself { get; set; }
            public Once? Once { get; set; }
            public Plain? Plain { get; set; }
            public Longer? Longer { get; set; }
            public System.Collections.ObjectModel.ObservableCollection<long>? Seen { get; set; }
        }

        public class Own : HashSet<long>;

        public class Keyed : System.Collections.ObjectModel.KeyedCollection<long, long>
        {
            protected override long GetKeyForItem(long item) => item;
        }

        public class Plain : System.Collections.ObjectModel.Collection<long>;

        public class Longer : List<long>;

        public class Once : ICollection<long>
        {
            private readonly HashSet<long> _items = [];
            public int Count => _items.Count;
            public bool IsReadOnly => false;
            public void Add(long item) => _items.Add(item);
            public void Clear() => _items.Clear();
            public bool Contains(long item) => _items.Contains(item);
            public void CopyTo(long[] array, int arrayIndex) => _items.CopyTo(array, arrayIndex);
            public bool Remove(long item) => _items.Remove(item);
            public IEnumerator<long> GetEnumerator() => _items.GetEnumerator();
            System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
        }

        public interface IAnswer { Answer Get(); }
        """;

    private static readonly Lazy<(Assembly Program, AnswerShape Shape)> Compiled = new(() =>
    {
        var declarations = GeneratorHarness.Compile("Shop", [RandomAnswerTypes.Usings + Source]);
        var reading = Tests.Shapes.AnswerTypes.Read(declarations, "");
        Assert.Empty(reading.Problems);
        return (EmittedProgram.Load(declarations, [reading.Shape!]), reading.Shape!);
    });

    [Theory]
    [InlineData("Set")]
    [InlineData("Other")]
    [InlineData("Fixed")]
    [InlineData("Ordered")]
    [InlineData("Sorted")]
    [InlineData("Derived")]
    [InlineData("Map")]
    [InlineData("Table")]
    [InlineData("Frozen")]
    [InlineData("ByKey")]
    [InlineData("Map", true)]
    [InlineData("ByItself")]
    [InlineData("Once")]
    public void A_set_or_dictionary_of_colliding_keys_is_read_up_to_its_bound(string member, bool isObject = false)
    {
        Assert.Equal(Most, ((IEnumerable)Read(member, Items(member, Most, isObject))!).Cast<object>().Count());

        var refused = Assert.Throws<AnswerException>(() => Read(member, Items(member, Most + 1, isObject)));
        Assert.Equal(($"$.{member}[{Most}]", Expected, "more"), (refused.Path, refused.Expected, refused.Found));
    }

    [Theory]
    [InlineData("List")]
    [InlineData("Plain")]
    [InlineData("Longer")]
    [InlineData("Seen")]
    public void A_list_may_be_longer(string member) => Assert.Equal(Most + 1, ((IEnumerable)Read(member, Items(member, Most + 1, isObject: false))!).Cast<object>().Count());

    [Fact]
    public async Task The_sets_of_all_elements_of_a_stream_count_together()
    {
        const string Program = """
            [LlmEndpoint(Primary = "gpt-5.4", Fallback = "gpt-5.6-sol")]
            public interface IDesk
            {
                [Prompt("{text}")] IAsyncEnumerable<HashSet<long>> FindAsync(string text);
            }

            public static class Program
            {
                public static async Task<string> Find(LlmRuntime runtime)
                {
                    var seen = "";
                    try
                    {
                        await foreach (var set in new DeskEndpoint(runtime).FindAsync("t"))
                        {
                            seen += $"{set.Count} ";
                        }
                    }
                    catch (LlmException exception) when (exception.InnerException is AnswerException fault)
                    {
                        return $"{seen}{fault.Path} {fault.Expected}";
                    }

                    return seen;
                }
            }
            """;
        await using var program = await GeneratedProgram.StartAsync(Program);
        var (large, small) = (Items("Set", Most - 1, isObject: false), "[1,2,3]");
        program.Service.Scripts.ForAnyModel.Always(Simulator.Answers.Deltas("{\"items\":[", large, $",{small},", large, "]}"));

        Assert.Equal($"{Most - 1} 3 $.items[2][100] {Expected}", await program.CallAsync("Find"));
    }

    [Fact]
    public void Colliding_keys_are_refused_beyond_the_bound()
    {
        var keys = Keys(50_000).ToArray();
        Assert.Single(keys.Select(key => key.GetHashCode()).Distinct());

        Assert.Equal(Expected, Assert.Throws<AnswerException>(() => Read("Set", $"[{string.Join(',', keys)}]")).Expected);
        Assert.Equal(Expected, Assert.Throws<AnswerException>(() => Read("Map", $"{{{string.Join(',', keys.Select(key => $"\"{key}\":true"))}}}")).Expected);
    }

    [Fact]
    public void Elements_that_are_there_already_count()
    {
        var refused = Assert.Throws<AnswerException>(() => Read("Set", $"[{string.Join(',', Enumerable.Repeat(7, Most + 1))}]"));
        Assert.Equal(($"$.Set[{Most}]", Expected), (refused.Path, refused.Expected));
    }

    [Fact]
    public void Many_small_sets_and_long_lists_are_read_and_several_large_sets_are_not()
    {
        Assert.NotNull(Read("Sets", $"[{string.Join(',', Enumerable.Repeat("[1,2,3,4]", Most))}]"));

        var full = Items("Set", Most, isObject: false);
        Assert.NotNull(Read("Sets", $"[{full},[1]]"));
        Assert.Equal("$.Sets[1][1]", Assert.Throws<AnswerException>(() => Read("Sets", $"[{full},[1,2]]")).Path);
    }

    private static string Items(string member, int count, bool isObject)
    {
        var keys = Keys(count);
        return isObject
            ? $"{{{string.Join(',', keys.Select(key => $"\"{key}\":true"))}}}"
            : member is "Map" or "Table" or "Frozen" or "ByKey"
                ? $"[{string.Join(',', keys.Select(key => $"{{\"key\":{key},\"value\":true}}"))}]"
                : $"[{string.Join(',', keys)}]";
    }

    private static IEnumerable<long> Keys(int count) => Enumerable.Range(0, count).Select(number => ((long)number << 32) | (long)number);

    private static object? Read(string member, string value)
    {
        var answer = EmittedProgram.Read(Compiled.Value.Program, Compiled.Value.Shape, Encoding.UTF8.GetBytes($"{{\"{member}\":{value}}}"))!;
        return answer.GetType().GetProperty(member)!.GetValue(answer);
    }
}
