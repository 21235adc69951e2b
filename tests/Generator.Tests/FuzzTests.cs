using TypedLlm.Endpoints;
using TypedLlm.TestKit;
using TypedLlm.TestKit.Fuzzing;

namespace TypedLlm.Generator.Tests;

/// <summary>Code is broken most of the time while it is typed: neither reader nor generator may throw.</summary>
public sealed class FuzzTests
{
    private const int Mutants = 400;

    private static readonly string Seed = Sources.WithUsings(""""
        namespace Shop
        {
            public enum Mood { Calm, Angry }
            public sealed record Order(int Id, string? Name, DateTime? Shipped, Order? Next);

            public interface IBase<T>
            {
                [Prompt("Base {item} {text}")] Task<string> BaseAsync(T item, [Untrusted] string text);
                Task<string> DefaultAsync() => BaseAsync(default!, "");
            }

            public partial class Outer
            {
                [LlmEndpoint(Primary = "5.4", Fallback = "4.1", Fallbacks = new[] { "o3" }, Stream = true, Effort = Effort.High, Temperature = 0.5)]
                [SystemPrompt("You answer for {company}. {{Braces}}")]
                public partial interface IDesk : IBase<int>, IDisposable
                {
                    [Prompt("Answer \"{question}\" {mood} {order.Next.Name} {order.Shipped.Year:D4}\u0041")]
                    [LlmEndpoint(Stream = false, MaxOutputTokens = 100)]
                    IAsyncEnumerable<string> AnswerAsync(string company, string question, Mood? mood = Mood.Angry, Order? order = null, CancellationToken ct = default);

                    [Prompt("""
                        Raw {text}
                          {company}
                        """)]
                    Task<LlmResult<string>> RawAsync(string company, string text = "a", decimal price = 1.5m, LlmCallOptions? options = null);

                    [Prompt(@"Verbatim ""{company}"" {number:N2}")]
                    ValueTask<string> VerbatimAsync(string company, in double number, ref readonly int other);

                    int Count { get; init; }
                    event EventHandler Changed;
                    static abstract Task<T> MakeAsync<T>(T[] items, (int A, string B) pair) where T : class?;
                    unsafe delegate*<int, void> Pointer(int*[] pointers);
                }
            }
        }
        """");

    [Fact]
    public void No_mutation_of_the_source_makes_reader_or_generator_throw()
    {
        var mutator = TextMutator.OfSource(Seed);
        var random = new Random(20260510);
        for (var mutant = 0; mutant < Mutants; mutant++)
        {
            var compilation = GeneratorHarness.Compile("Shop", [mutator.Mutate(random)]);
            foreach (var endpoint in Reading.Endpoints(compilation))
            {
                var reading = EndpointReader.Read(endpoint, TypedLlm.Prompts.PromptFiles.None, default);
                Assert.All(reading.Problems, problem => Assert.True(problem.Location.SourceSpan.End <= compilation.SyntaxTrees[0].Length));
            }

            Harness.Generator.RunUnchecked(compilation);
        }
    }
}
