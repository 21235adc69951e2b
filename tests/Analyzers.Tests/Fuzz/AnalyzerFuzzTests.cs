using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using TypedLlm.Analyzers.Tests.Habits;
using TypedLlm.TestKit.Verifiers;

namespace TypedLlm.Analyzers.Tests.Fuzz;

/// <summary>Analyzers and fixes meet damaged sources and files all day; none of them may throw.</summary>
public sealed class AnalyzerFuzzTests
{
    private const int Rounds = 300;

    private static readonly string Faulty = Desk.Source(
        """"
        [LlmEndpoint(Primary = "5.3", Fallback = LlmModels.Gpt54, Fallbacks = new[] { "gpt-5.4-mni", "5.4" }, Stream = false)]
        [SystemPrompt("You answer for {compny} in {{braces}}")]
        public partial interface IDesk<T> : IBase
        {
            [Prompt(@"Ask {txt} with {text.Lenght:N0} ""now""")]
            IAsyncEnumerable<LlmEvent<string>> AskAsync(string text, string company);

            [Prompt("Alone {number:C2} " + "{nmber}"), LlmEndpoint(Primary = "5.4", Effort = Effort.Max)]
            ValueTask<string> AloneAsync(decimal number, ref int other);

            [Prompt("Since {day:zz9?'} {span:hh:mm}"), LlmEndpoint(MaxAttempts = 0, Effort = (Effort)99, Temperature = -1)]
            Task<string> FormatAsync(System.DateOnly day, System.TimeSpan span, params string[] rest);

            [Prompt("Body")] Task<string> BodyAsync() => null!;

            string Name { get; }
        }

        public class Desk
        {
            [Prompt("Class")] public Task<string> ClassAsync() => null!;
        }

        [LlmEndpoint(Primary = "5.4")] public interface A_IDesk { }

        public class A { [LlmEndpoint(Primary = "5.4")] public interface IDesk { } [LlmEndpoint(Primary = "5.4")] public interface Desk { } }

        public interface IBase
        {
            [Prompt("Base"), LlmEndpoint(Fallback = "5.4", NoFallback = "")]
            Task<LlmResult<string>> BaseAsync<TOther>();
        }

        public static class Calls
        {
            private const string Old = "gpt-5.3-chat-latest";

            public static void Make(byte[] bytes, OpenAI.OpenAIClient client)
            {
                var text = System.Convert.ToBase64String(bytes);
                _ = client.GetChatClient(bytes.Length > 0 ? Old : "gpt-5.3-chat-latest");
                _ = new OpenAI.Chat.ChatClient(model: LlmModels.Gpt53ChatLatest, "key");
                _ = new Microsoft.Extensions.AI.ChatOptions { ModelId = "o1" };
                _ = OpenAI.Chat.ChatMessageContentPart.CreateFilePart(System.BinaryData.FromString(System.Convert.ToBase64String(bytes)), "a/b", "c");
                _ = OpenAI.Chat.ChatMessageContentPart.CreateFilePart($"data:{text}");
            }
        }
        """");

    private static readonly string Catalog =
        """
        {
          "asOf": "2026-11-22",
          "models": [ { "id": "acme-1", "shortNames": [ "acme" ], "price": { "input": 1.5, "output": 2e1 }, "shutdownDate": "2026-01-01" } ],
          "aliases": { "5.3": "gpt-5.6-sol", "a": "b" },
          "allow": [ "5.4" ],
          "deny": [ "5.4" ]
        }
        """;

    private static readonly string Lock =
        """
        {
          "version": 1,
          "environments": {
            "production": {
              "checked": "2026-11-20",
              "models": {
                "gpt-5.4": { "access": false, "refused": [ { "endpoint": "responses", "feature": "streaming", "use": "batch" } ] },
                "acme-1": { "access": true }
              }
            }
          }
        }
        """;

    private static readonly string Settings =
        """
        {
          // Names of models.
          "TypedLlm": { "Allow": [ "5.4", "acm", ], "Endpoints": { "IDesk": { "Chain": [ "5.3", 5.4 ] } } },
          "TypedLlm:Deny:0": "5.3" /* last */
        }
        """;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Damaged_sources_make_nothing_throw(int seed)
    {
        var mutator = new SourceMutator(new Random(seed));
        var document = CreateProject(Faulty).Documents.Single();
        var fixes = 0;
        for (var round = 0; round < Rounds / 2; round++)
        {
            var damaged = document.WithText(SourceText.From(mutator.Mutate(Faulty)));
            fixes += await VerifyAsync(damaged.Project);
        }

        Assert.True(fixes > Rounds / 2, $"Only {fixes} fixes were tried: the sources are damaged beyond use.");
    }

    [Theory]
    [InlineData("typedllm.models.json")]
    [InlineData("typedllm.lock.json")]
    [InlineData("appsettings.json")]
    public async Task Damaged_files_make_nothing_throw(string name)
    {
        var random = new Random(name.Length);
        var project = CreateProject(Desk.With("""Primary = "5.4", Fallback = "5.3", Fallbacks = new[] { "acme", "acm" }"""));
        var file = project.AdditionalDocuments.Single(document => document.Name == name);
        var sound = (await file.GetTextAsync()).ToString();
        for (var round = 0; round < Rounds / 3; round++)
        {
            var solution = project.Solution.WithAdditionalDocumentText(file.Id, SourceText.From(Damage(sound, random)));
            await VerifyAsync(solution.GetProject(project.Id)!);
        }
    }

    private static Project CreateProject(string source) =>
        TestSolution.Create(new TestState
        {
            Sources = { ("Test0.cs", source) },
            AdditionalFiles = { ("typedllm.models.json", Catalog), ("typedllm.lock.json", Lock), ("appsettings.json", Settings) },
        }).Projects.Single();

    private static async Task<int> VerifyAsync(Project project)
    {
        var diagnostics = await AnalyzerRunner.RunAsync(project, AllAnalyzers.All);
        var crash = diagnostics.FirstOrDefault(diagnostic => diagnostic.Id == "AD0001");
        var document = project.Documents.Single();
        Assert.True(crash is null, $"{crash}\n{await document.GetTextAsync()}");

        var fixes = 0;
        foreach (var diagnostic in diagnostics.Where(diagnostic => diagnostic.Location.IsInSource))
        {
            foreach (var provider in CodeFixProviders.All.Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
            {
                fixes += await VerifyFixesAsync(document, diagnostic, provider);
            }
        }

        return fixes;
    }

    private static async Task<int> VerifyFixesAsync(Document document, Diagnostic diagnostic, CodeFixProvider provider)
    {
        var actions = new List<CodeAction>();
        await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        foreach (var action in actions)
        {
            var operation = Assert.Single((await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>());
            var after = await operation.ChangedSolution.GetDocument(document.Id)!.GetTextAsync();
            Assert.False(after.ContentEquals(await document.GetTextAsync()), $"'{action.Title}' changes nothing in\n{after}");
        }

        return actions.Count;
    }

    private static string Damage(string text, Random random)
    {
        var damaged = text.ToList();
        for (var edits = random.Next(1, 6); edits > 0 && damaged.Count > 0; edits--)
        {
            var at = random.Next(damaged.Count);
            switch (random.Next(4))
            {
                case 0:
                    damaged.RemoveAt(at);
                    break;
                case 1:
                    damaged.Insert(at, damaged[random.Next(damaged.Count)]);
                    break;
                case 2:
                    damaged[at] = "{}[]\",:0\\\n\r\u2028\ud800"[random.Next(13)];
                    break;
                default:
                    damaged.RemoveRange(at, Math.Min(random.Next(1, 30), damaged.Count - at));
                    break;
            }
        }

        return new string([.. damaged]);
    }
}
