using Microsoft.CodeAnalysis;
using TypedLlm.TypedAnswers;
using TypedLlm.TestKit;
using TypedLlm.TestKit.Answers;
using TypedLlm.TestKit.Fuzzing;

namespace TypedLlm.Generator.Tests.Shapes;

/// <summary>Code while it is typed: whatever stands there, reading ends and throws nothing.</summary>
public sealed class HalfTypedTests(StrictService service) : IClassFixture<StrictService>
{
    [Theory]
    [InlineData("public record Answer(Answer<Answer>? Next); public record Answer<T>(Answer<Answer<T>>? Next);")]
    [InlineData("public class Answer : Answer { public int Value { get; set; } }")]
    [InlineData("public class Answer : System.Collections.Generic.List<Answer>;")]
    [InlineData("public struct Answer { public Answer? Next { get; set; } }")]
    [InlineData("[System.Text.Json.Serialization.JsonDerivedType(typeof(Answer), \"a\")] public record Answer : Answer;")]
    [InlineData("[System.Text.Json.Serialization.JsonDerivedType] [System.Text.Json.Serialization.JsonDerivedType(typeof(Answer), )] public record Answer(int Value;")]
    [InlineData("public record Answer([System.ComponentModel.DataAnnotations.Range(, 5)] int Value, [System.ComponentModel.DataAnnotations.AllowedValues(null)] string Other);")]
    [InlineData("public enum Answer { A = B, B = A }")]
    [InlineData("public record Answer(int Value = missing) { public int Value { get; } public int Value { set; } }")]
    [InlineData("public static class Answer { public class Inner; }")]
    [InlineData("public delegate Answer Answer();")]
    public Task Reading_ends(string source) => ReadAllAsync(source);

    [Fact]
    public async Task Mutated_sources_are_read_to_the_end()
    {
        var random = new Random(5);
        for (var seed = 0; seed < 150; seed++)
        {
            await ReadAllAsync(RandomAnswerTypes.Usings + TextMutator.OfSource(RandomAnswerTypes.Write(seed)).Mutate(random));
        }
    }

    private async Task ReadAllAsync(string source)
    {
        var compilation = GeneratorHarness.Compile("Shop", [source]);
        foreach (var type in compilation.GetSymbolsWithName(_ => true, SymbolFilter.Type).OfType<INamedTypeSymbol>())
        {
            var reading = ShapeReader.Read(type, compilation.Assembly, CancellationToken.None);
            if (reading.Shape is { } shape && !SchemaLimits.Check(shape, "answer").Any())
            {
                Assert.Null(await service.RefusalOfAsync(StrictSchemaWriter.Write(shape).Json));
            }
        }
    }
}
