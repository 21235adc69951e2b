using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedLlm.Benchmarks.Compilation;

/// <summary>A project with a number of endpoints of three methods, a file each, and as many files that have nothing to do with them.</summary>
internal sealed class Corpus
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp12);
    private static readonly MetadataReference[] References = PlatformAndRuntime();

    private readonly SyntaxTree[] _trees;

    private Corpus(int endpoints, Func<int, string> endpoint, params IEnumerable<string> shared) =>
        _trees = [.. Enumerable.Range(0, endpoints).Select(index => Parse(endpoint(index))), .. shared.Select(Parse), .. Enumerable.Range(0, endpoints).Select(index => Parse(Unrelated(index, 1)))];

    /// <summary>Endpoints that answer with text.</summary>
    public static Corpus OfText(int endpoints) => new(endpoints, index => Endpoint(index, "Answer this customer"));

    /// <summary>Endpoints that answer with two types of their own, in one of which a type of all endpoints stands.</summary>
    public static Corpus OfTypes(int endpoints) => new(endpoints, TypedEndpoint.Write, TypedEndpoint.Shared(price: "Amount"));

    /// <summary>The same with a context that names their types.</summary>
    public static Corpus OfJsonTypes(int endpoints) => new(endpoints, TypedEndpoint.Write, TypedEndpoint.Shared(price: "Amount"), TypedEndpoint.JsonContext(endpoints));

    /// <summary>A new compilation over the parsed files: nothing of it is bound yet.</summary>
    public CSharpCompilation Compile() =>
        CSharpCompilation.Create("Shop", _trees, References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>As after a keystroke in a file without endpoints.</summary>
    public CSharpCompilation EditUnrelated(CSharpCompilation compilation) => compilation.ReplaceSyntaxTree(_trees[^1], Parse(Unrelated(0, 2)));

    /// <summary>As after a change of one prompt, and of the model if another is given.</summary>
    public CSharpCompilation EditEndpoint(CSharpCompilation compilation, string primary = "5.4") =>
        compilation.ReplaceSyntaxTree(_trees[0], Parse(Endpoint(0, "Answer our customer", primary)));

    /// <summary>As after a change of the type that stands in two answers of each endpoint.</summary>
    public CSharpCompilation EditShared(CSharpCompilation compilation) => compilation.ReplaceSyntaxTree(_trees[_trees.Length / 2], Parse(TypedEndpoint.Shared(price: "Sum")));

    /// <summary>As after a change of a type that one endpoint answers with.</summary>
    public CSharpCompilation EditAnswer(CSharpCompilation compilation) => compilation.ReplaceSyntaxTree(_trees[0], Parse(TypedEndpoint.Write(0).Replace("string Reason", "string Cause", StringComparison.Ordinal)));

    private static SyntaxTree Parse(string source) => CSharpSyntaxTree.ParseText(source, ParseOptions);

    private static string Endpoint(int index, string prompt, string primary = "5.4")
    {
        var number = index.ToString(CultureInfo.InvariantCulture);
        return $$"""
            using System.Collections.Generic;
            using System.Threading;
            using System.Threading.Tasks;
            using TypedLlm;

            namespace Shop.Area{{number}};

            [LlmEndpoint(Primary = "{{primary}}", Fallback = "6-luna", Stream = true)]
            [SystemPrompt("You answer for {company}. Be brief.")]
            public interface ISupportDesk{{number}}
            {
                [Prompt("{{prompt}}: {question}")]
                IAsyncEnumerable<string> AnswerAsync(string company, [Untrusted] string question, CancellationToken ct = default);

                [Prompt("Summarise in {words:D} words.\n{text}")]
                [LlmEndpoint(Effort = Effort.High, MaxOutputTokens = 2_000)]
                Task<string> SummariseAsync(string company, string text, int words, CancellationToken ct = default);

                [Prompt("Translate into {language}: {text}")]
                Task<LlmResult<string>> TranslateAsync(string company, string text, string language, CancellationToken ct = default);
            }
            """;
    }

    private static string Unrelated(int index, int version)
    {
        var number = index.ToString(CultureInfo.InvariantCulture);
        return $$"""
            namespace Shop.Area{{number}};

            public sealed class Order{{number}}
            {
                public string Note { get; set; } = "";

                public int Version() => {{version.ToString(CultureInfo.InvariantCulture)}};

                public Order{{number}} Copy()
                {
                    var copy = new Order{{number}}();
                    copy.Note = string.Concat(Note, "copy".ToUpperInvariant());
                    return copy;
                }

                public decimal Total(decimal[] lines)
                {
                    var total = 0m;
                    foreach (var line in lines)
                    {
                        total += line;
                    }

                    return total;
                }
            }
            """;
    }

    private static MetadataReference[] PlatformAndRuntime()
    {
        var platform = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return [.. platform.Split(Path.PathSeparator).Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) is "TypedLlm.dll" or "OpenAI.dll").Select(path => MetadataReference.CreateFromFile(path))];
    }
}
