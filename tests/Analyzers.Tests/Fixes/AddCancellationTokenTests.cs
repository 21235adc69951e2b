using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using TypedLlm.CodeFixes;
using TypedLlm.TestKit.Verifiers;
using Verify = TypedLlm.TestKit.Verifiers.CSharpCodeFixVerifier<TypedLlm.Analyzers.CancellationAnalyzer, TypedLlm.CodeFixes.AddCancellationTokenCodeFix>;

namespace TypedLlm.Analyzers.Tests.Fixes;

public sealed class AddCancellationTokenTests
{
    private const string Token = "System.Threading.CancellationToken";

    [Theory]
    [InlineData("()", "(" + Token + " ct = default)")]
    [InlineData("(string text)", "(string text, " + Token + " ct = default)")]
    [InlineData("(string ct)", "(string ct, " + Token + " cancellationToken = default)")]
    [InlineData("(string ct, int cancellationToken)", "(string ct, int cancellationToken, " + Token + " token = default)")]
    [InlineData("(\n        string text,\n        int? number = null)", "(\n        string text,\n        int? number = null,\n        " + Token + " ct = default)")]
    public Task Added_as_the_last_parameter(string before, string after) => Verify.VerifyCodeFixAsync(Ask(before), Ask(after, ""));

    [Fact]
    public Task Not_qualified_where_the_namespace_is_imported() => Verify.VerifyCodeFixAsync(
        "using System.Threading;\n" + Ask("()"), "using System.Threading;\n" + Ask("(CancellationToken ct = default)", ""));

    [Fact]
    public Task Qualified_as_far_as_the_names_mean_other_things()
    {
        return Verify.VerifyCodeFixAsync(InShop("{|TLLM109:AskAsync|}()"), InShop($"AskAsync(global::{Token} ct = default)"));

        static string InShop(string method) => Desk.Source(
            $$"""
            namespace Shop
            {
                namespace CancellationToken { class Other; }
                namespace System { class Other; }

                [LlmEndpoint(Primary = "gpt-5.5", Fallback = "gpt-5.4")]
                public interface IDesk
                {
                    [Prompt("Ask")] Task<string> {{method}};
                }
            }
            """);
    }

    [Fact]
    public Task Added_to_all_methods_of_a_file_at_once() => new Verify.Test
    {
        TestCode = Desk.Members("    [Prompt(\"Ask\")] Task<string> {|TLLM109:AskAsync|}();\n    [Prompt(\"Tell\")] Task<string> {|TLLM109:TellAsync|}(int number);"),
        FixedCode = Desk.Members(
            $"    [Prompt(\"Ask\")] Task<string> AskAsync({Token} ct = default);\n    [Prompt(\"Tell\")] Task<string> TellAsync(int number, {Token} ct = default);"),
        NumberOfIncrementalIterations = 2,
    }.RunAsync();

    [Fact]
    public Task Plain_calls_and_words_about_the_method_are_no_hindrance()
    {
        const string use = """
            class Caller(IDesk desk)
            {
                /// <summary>See <see cref="IDesk.AskAsync"/>.</summary>
                public Task<string> CallAsync() => desk.AskAsync("x");
                public Task<string>? MaybeAsync(IDesk? maybe) => maybe?.AskAsync("x");
                public System.Func<Task<string>> Later => () => desk.AskAsync(nameof(IDesk.AskAsync));
            }

            """;
        return Verify.VerifyCodeFixAsync(Ask("(string text)") + use, Ask($"(string text, {Token} ct = default)", "") + use);
    }

    [Theory]
    [InlineData("class Fake : IDesk { public Task<string> AskAsync(string text) => Task.FromResult(text); }")]
    [InlineData("class Fake : IDesk { Task<string> IDesk.AskAsync(string text) => Task.FromResult(text); }")]
    [InlineData("class Caller { System.Func<string, Task<string>> Ask(IDesk desk) => desk.AskAsync; }")]
    [InlineData("class Mock { System.Linq.Expressions.Expression<System.Func<IDesk, Task<string>>> Setup => d => d.AskAsync(\"x\"); }")]
    public Task Not_offered_where_other_code_would_break(string use) => Verify.VerifyNoCodeFixAsync(Ask("(string text)") + use + "\n");

    [Theory]
    [InlineData("", 0)]
    [InlineData("[System.CodeDom.Compiler.GeneratedCode(\"TypedLlm.Generator\", \"0.1.0\")] ", 1)]
    public async Task Not_offered_where_another_project_implements_it_by_hand(string attribute, int offers)
    {
        var state = new TestState { Sources = { ("Desk.cs", Ask("(string text)", "")) } };
        var fake = "public class Fake : IDesk { public System.Threading.Tasks.Task<string> AskAsync(string text) => null!; }";
        state.AdditionalProjects.Add("Tests", new TestState { Sources = { ("Fake.cs", attribute + fake) } });
        var solution = TestSolution.Create(state);
        var project = solution.Projects.Single(candidate => candidate.Name != "Tests");
        solution = solution.AddProjectReference(solution.Projects.Single(candidate => candidate.Name == "Tests").Id, new ProjectReference(project.Id));
        project = solution.GetProject(project.Id)!;
        var finding = Assert.Single(await AnalyzerRunner.RunAsync(project, [new CancellationAnalyzer()]));
        var actions = new List<CodeAction>();

        await new AddCancellationTokenCodeFix().RegisterCodeFixesAsync(
            new CodeFixContext(project.Documents.Single(), finding, (action, _) => actions.Add(action), CancellationToken.None));

        Assert.Equal(offers, actions.Count);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("class Fake : IDesk { public Task<string> AskAsync(string text) => Task.FromResult(text); }", 0)]
    public async Task The_solution_is_searched_once_as_long_as_it_does_not_change(string use, int offers)
    {
        var project = TestSolution.Create(new TestState { Sources = { ("Desk.cs", Ask("(string text)", "") + use) } }).Projects.Single();
        var document = project.Documents.Single();
        var model = await document.GetSemanticModelAsync();
        var finding = Assert.Single(await AnalyzerRunner.RunAsync(project, [new CancellationAnalyzer()]));

        // A search would not outlive the token of the second time.
        foreach (var token in (CancellationToken[])[CancellationToken.None, new(canceled: true)])
        {
            var actions = new List<CodeAction>();
            await new AddCancellationTokenCodeFix().RegisterCodeFixesAsync(new CodeFixContext(document, finding, (action, _) => actions.Add(action), token));
            Assert.Equal(offers, actions.Count);
        }

        GC.KeepAlive(model);
    }

    [Theory]
    [InlineData("(params string[] texts)")]
    [InlineData("(int ct, int cancellationToken, int token)")]
    public Task Not_offered_where_there_is_no_room(string parameters) => Verify.VerifyNoCodeFixAsync(Ask(parameters));

    [Fact]
    public Task Not_offered_beside_an_overload() => Verify.VerifyNoCodeFixAsync(Desk.Members(
        $"    [Prompt(\"Ask\")] Task<string> {{|TLLM109:AskAsync|}}();\n    [Prompt(\"Ask\")] Task<string> AskAsync({Token} ct);"));

    private static string Ask(string parameters, string rule = "TLLM109") =>
        Desk.Members($"    [Prompt(\"Ask\")] Task<string> {(rule.Length == 0 ? "AskAsync" : $"{{|{rule}:AskAsync|}}")}{parameters};");
}
