using System.Text;
using System.Text.Json;
using TypedLlm.TypedAnswers;
using TypedLlm.TestKit.Fuzzing;
using static TypedLlm.Generator.Tests.AnswerTypes.Shapes;

namespace TypedLlm.Generator.Tests.AnswerTypes;

/// <summary>Whatever a server sends ends in a value or in one exception.</summary>
public sealed class HostileAnswerTests
{
    private const int Mutants = 5_000;

    private static readonly Lazy<EmittedType> Skipping = new(() => EmittedType.Compile(
        "public sealed record Known(int? Number);", Named("Known"), Object("Known", Member("Number", NullableValue(Scalar(TypeKind.Int32))))));

    public static TheoryData<string> Files => [.. Cases().Select(item => item.GetProperty("file").GetString()!)];

    [Fact]
    public void No_mutation_of_an_answer_throws_another_exception()
    {
        var mutator = TextMutator.OfFile(EmittedReaderTests.Full);
        var random = new Random(20260604);
        var values = 0;
        for (var i = 0; i < Mutants; i++)
        {
            values += Read(EverythingType.Emitted, Encoding.UTF8.GetBytes(mutator.Mutate(random)));
        }

        Assert.InRange(values, 1, Mutants - 1);
    }

    [Fact]
    public void No_damaged_bytes_throw_another_exception()
    {
        var random = new Random(20260605);
        var answer = Encoding.UTF8.GetBytes(EmittedReaderTests.Full);
        var values = 0;
        for (var i = 0; i < Mutants; i++)
        {
            var damaged = answer.ToArray();
            for (var edits = random.Next(1, 6); edits > 0; edits--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            values += Read(EverythingType.Emitted, damaged);
        }

        Assert.InRange(values, 1, Mutants - 1);
    }

    [Fact]
    public void No_arbitrary_bytes_throw_another_exception()
    {
        var random = new Random(20260606);
        for (var i = 0; i < Mutants; i++)
        {
            var bytes = new byte[random.Next(64)];
            random.NextBytes(bytes);
            Assert.Equal(0, Read(EverythingType.Emitted, bytes));
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Json_is_what_its_standard_says(string file)
    {
        var item = Cases().First(item => item.GetProperty("file").GetString() == file);
        var text = item.TryGetProperty("input_base64", out var whole) && !item.TryGetProperty("repeat", out _)
            ? whole.GetBytesFromBase64()
            : Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(item.GetProperty("repeat").GetString(), item.GetProperty("times").GetInt32())));
        byte[] answer = [.. "{\"number\":5,\"unknown\":"u8, .. text, (byte)'}'];
        switch (item.GetProperty("verdict").GetString())
        {
            case "accept":
                Assert.Equal("""{"number":5}""", EmittedType.Write(Skipping.Value.Read(answer)));
                break;
            case "reject":
                Assert.Equal("JSON", Assert.Throws<AnswerException>(() => Skipping.Value.Read(answer)).Expected);
                break;
            default:
                Read(Skipping.Value, answer);
                break;
        }
    }

    /// <summary>1 for a value.</summary>
    private static int Read(EmittedType type, byte[] json)
    {
        try
        {
            type.Read(json);
            return 1;
        }
        catch (AnswerException exception)
        {
            Assert.InRange(exception.Message.Length, 1, 2_000);
            return 0;
        }
    }

    private static IEnumerable<JsonElement> Cases() =>
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Conformance", "jsontestsuite.json"))).RootElement.GetProperty("cases").EnumerateArray();
}
