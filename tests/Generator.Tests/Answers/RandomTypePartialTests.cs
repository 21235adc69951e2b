using System.Reflection;
using System.Text;
using System.Text.Json;
using TypedLlm.TypedAnswers;

namespace TypedLlm.Generator.Tests.AnswerTypes;

/// <summary>Types that nobody thought of: what a partial shows at any byte is on the way to the value, and nothing goes back.</summary>
public sealed class RandomTypePartialTests
{
    private const int LongestJson = 700;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_prefix_shows_what_the_whole_answer_says_and_nothing_goes_back(bool isWire)
    {
        var (program, shapes) = RandomTypeReadingTests.Emitted.Value;
        var types = 0;
        for (var seed = 0; seed < RandomTypeReadingTests.Types; seed++)
        {
            foreach (var named in shapes[seed].Types.Where(type => type.Partial is not null))
            {
                var shape = shapes[seed] with { Root = new TypeUse(TypeKind.Named, named.Type) { Name = named.Type } };
                var (json, expected) = Value(shape, seed, isWire);
                Check(TypeOf(program, named), json, expected, $"{named.Type} of {seed}");
                types++;
            }
        }

        Assert.True(types >= 300, $"{types} types are too few.");
    }

    /// <summary>A value that is short enough to look at each of its prefixes, and the same value as System.Text.Json has it.</summary>
    private static (string Json, JsonElement Expected) Value(AnswerShape shape, int seed, bool isWire)
    {
        var best = "";
        var bestSeed = 0;
        for (var attempt = 0; attempt < 20 && (best.Length == 0 || best.Length > LongestJson); attempt++)
        {
            var valueSeed = (seed * 100) + attempt;
            var json = new RandomValues(shape, valueSeed, isWire).Root()!.ToJsonString(seed % 2 == 0 ? null : EmittedType.Json);
            (best, bestSeed) = best.Length == 0 || json.Length < best.Length ? (json, valueSeed) : (best, bestSeed);
        }

        return (best, JsonSerializer.SerializeToElement(new RandomValues(shape, bestSeed).Root()));
    }

    private static void Check(Type type, string json, JsonElement expected, string name)
    {
        var partial = type.GetNestedType("Partial")!;
        PartialShown? before = null;
        for (var length = 0; length <= json.Length; length++)
        {
            if (length < json.Length && char.IsLowSurrogate(json[length]))
            {
                continue;
            }

            var shown = PartialShown.Of(Activator.CreateInstance(partial, json[..length]));
            var fault = shown.Fault() ?? before?.GoesBackIn(shown);
            Assert.True(fault is null, $"{name}: {fault} behind {json[..length]}");
            before = shown;
        }

        var value = expected.Deserialize(type, SystemTextJson.Options);
        var contradiction = before!.Contradicts(value);
        Assert.True(contradiction is null, $"{name}: {contradiction} in {json}");
    }

    // What is nested in another type is named with a plus.
    private static Type TypeOf(Assembly program, NamedShape type)
    {
        var name = type.Type.Replace("global::", "", StringComparison.Ordinal);
        var last = name.LastIndexOf('.');
        return program.GetType(name) ?? program.GetType($"{name[..last]}+{name[(last + 1)..]}", throwOnError: true)!;
    }
}
