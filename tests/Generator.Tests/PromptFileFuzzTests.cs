using System.Text;
using Microsoft.CodeAnalysis;
using TypedLlm.Endpoints;
using TypedLlm.Prompts;
using TypedLlm.TestKit;

namespace TypedLlm.Generator.Tests;

/// <summary>Prompt files hold anything: no content may make the reader throw, and each problem stands where its cause was written.</summary>
public sealed class PromptFileFuzzTests
{
    private const int Files = 5_000;

    private static readonly string[] Pieces =
        ["{", "}", "{{", "}}", "{text}", "{txet}", "{text.Length}", "{text.Lenght:D4}", "{day:d}", "{day.Year:}", ".", ":", "\r", "\n", "\r\n", "\ufeff", "\0", "𝄞", "\ud834", "é", " ", "\u2028"];

    [Fact]
    public void Every_problem_stands_where_its_cause_was_written()
    {
        var endpoint = Reading.Endpoints(GeneratorHarness.Compile("Shop", [Sources.InShop("""
            [LlmEndpoint(Primary = "5.4")]
            [SystemPromptFile("ask.md")]
            public interface IDesk
            {
                [PromptFile("ask.md")] Task<string> AskAsync(string text, DateTime day);
            }
            """)])).Single();
        var random = new Random(20261122);
        var found = new HashSet<string>();
        for (var file = 0; file < Files; file++)
        {
            var content = Content(random);
            var reading = EndpointReader.Read(endpoint, new PromptFiles([new AdditionalFile(new TextFile("/shop/ask.md", content), null)], null), default);
            foreach (var problem in reading.Problems.Where(problem => problem.Location.Kind == LocationKind.ExternalFile))
            {
                found.Add(problem.Id);
                AssertStandsAtItsCause(problem, content);
            }
        }

        Assert.Superset(new HashSet<string> { DiagnosticIds.UnknownPlaceholder, DiagnosticIds.MalformedTemplate, DiagnosticIds.UnknownPlaceholderMember, DiagnosticIds.BlankSystemPrompt }, found);
    }

    private static void AssertStandsAtItsCause(EndpointProblem problem, string content)
    {
        var span = problem.Location.SourceSpan;
        var written = content.Substring(span.Start, span.Length);
        if (problem.Id is DiagnosticIds.UnknownPlaceholder or DiagnosticIds.UnknownPlaceholderMember)
        {
            Assert.Equal(problem.Arguments[0], written);
        }
        else if (problem.Id == DiagnosticIds.BlankSystemPrompt)
        {
            Assert.True(string.IsNullOrWhiteSpace(content.Trim('\ufeff')) && string.IsNullOrWhiteSpace(written), $"{problem.Id} at '{written}'");
        }
        else
        {
            Assert.True(written[0] is '{' or '}', $"{problem.Id} at '{written}'");
        }

        var lines = Microsoft.CodeAnalysis.Text.SourceText.From(content).Lines;
        Assert.Equal(lines.GetLinePositionSpan(span), problem.Location.GetLineSpan().Span);
    }

    private static string Content(Random random)
    {
        var content = new StringBuilder();
        for (var pieces = random.Next(0, 12); pieces > 0; pieces--)
        {
            content.Append(Pieces[random.Next(Pieces.Length)]);
        }

        return content.ToString();
    }
}
