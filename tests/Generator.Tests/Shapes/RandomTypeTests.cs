using Microsoft.CodeAnalysis;
using TypedLlm.TypedAnswers;
using TypedLlm.TestKit;
using TypedLlm.TestKit.Answers;

namespace TypedLlm.Generator.Tests.Shapes;

/// <summary>Types that nobody thought of: the schema of each is one that the service takes.</summary>
public sealed class RandomTypeTests(StrictService service) : IClassFixture<StrictService>
{
    private const int Count = 400;

    [Fact]
    public async Task Every_random_type_has_a_schema_that_the_service_takes()
    {
        var sources = Enumerable.Range(0, Count).Select(seed => RandomAnswerTypes.Usings + RandomAnswerTypes.Write(seed));
        var compilation = GeneratorHarness.Compile("Shop", sources);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Take(5));

        for (var seed = 0; seed < Count; seed++)
        {
            var reading = AnswerTypes.Read(compilation, RandomAnswerTypes.Namespace(seed));

            Assert.True(reading is { Shape: not null, Problems.Count: 0 }, $"Seed {seed}: {string.Join('\n', reading.Problems.Select(problem => string.Join(" · ", problem.Arguments)))}");
            foreach (var shape in (AnswerShape[])[reading.Shape, reading.Shape.AsList()])
            {
                var schema = StrictSchemaWriter.Write(shape);
                var levels = SchemaDepth.Of(shape);
                var refusal = await service.RefusalOfAsync(schema.Json);
                var expected = levels > 10 ? $"Invalid schema for response_format 'answer': {levels} levels of nesting exceeds limit of 10." : null;
                Assert.True(refusal == expected, $"Seed {seed}, {levels} levels: {refusal}\n{schema.Json}");
            }

            Assert.Null(CompilationGuard.FindPath(reading.Shape));
            Assert.Equal(reading.Shape, AnswerTypes.Read(compilation, RandomAnswerTypes.Namespace(seed)).Shape);
        }
    }
}
