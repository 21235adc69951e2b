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
    private const int Most = 20_000;
    private const string Expected = "at most 20000 elements in one set or dictionary, and fewer in each of several";

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
        }

        public class Own : HashSet<long>;

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
    public void A_set_or_dictionary_is_read_up_to_its_bound(string member, bool isObject = false)
    {
        Assert.Equal(Most, ((IEnumerable)Read(member, Items(member, Most, isObject))!).Cast<object>().Count());

        var refused = Assert.Throws<AnswerException>(() => Read(member, Items(member, Most + 1, isObject)));
        Assert.Equal(($"$.{member}[{Most}]", Expected, "more"), (refused.Path, refused.Expected, refused.Found));
    }

    [Fact]
    public void Colliding_keys_are_refused_beyond_the_bound()
    {
        var keys = Enumerable.Range(0, 50_000).Select(number => ((long)number << 32) | (long)number).ToArray();
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
        Assert.NotNull(Read("List", Items("List", Most + 1, isObject: false)));

        var full = Items("Set", Most, isObject: false);
        Assert.NotNull(Read("Sets", $"[{full},[1]]"));
        Assert.Equal("$.Sets[1][1]", Assert.Throws<AnswerException>(() => Read("Sets", $"[{full},[1,2]]")).Path);
    }

    private static string Items(string member, int count, bool isObject)
    {
        var keys = Enumerable.Range(0, count);
        return isObject
            ? $"{{{string.Join(',', keys.Select(key => $"\"{key}\":true"))}}}"
            : member is "Map" or "Table" or "Frozen" or "ByKey"
                ? $"[{string.Join(',', keys.Select(key => $"{{\"key\":{key},\"value\":true}}"))}]"
                : $"[{string.Join(',', keys)}]";
    }

    private static object? Read(string member, string value)
    {
        var answer = EmittedProgram.Read(Compiled.Value.Program, Compiled.Value.Shape, Encoding.UTF8.GetBytes($"{{\"{member}\":{value}}}"))!;
        return answer.GetType().GetProperty(member)!.GetValue(answer);
    }
}
