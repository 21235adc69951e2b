using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using TypedLlm.TestKit;
using TypedLlm.TestKit.Verifiers;

namespace TypedLlm.Analyzers.Tests.Habits;

/// <summary>The pages of the rules about answers: the example is reported where it says so, and what is fixed compiles without a finding of the rule.</summary>
public sealed partial class AnswerPageTests
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.ComponentModel;
        global using System.ComponentModel.DataAnnotations;
        global using System.Text.Json.Serialization;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using TypedLlm;
        """;

    private const string ManyValues = "/* 1,200 of them */";

    /// <summary>All but TLLM305, whose example needs the generator of another package.</summary>
    public static TheoryData<string> Pages => ["TLLM301", "TLLM302", "TLLM303", "TLLM304", "TLLM306", "TLLM307", "TLLM308", "TLLM309", "TLLM310"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_example_is_reported_where_the_page_says(string id)
    {
        var code = Code(id, "Example");
        var expected = Claim().Matches(code).Select(claim => (claim.Groups["id"].Value, LineOf(code, claim.Index), claim.Groups["at"].Value)).ToArray();

        var findings = await RunAsync(code);

        Assert.NotEmpty(expected);
        Assert.Equal(expected, findings.Where(finding => finding.Id == id).Select(finding => (finding.Id, LineOf(finding), TextOf(finding))));
        Assert.DoesNotContain(findings, IsOfTheCompiler);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task What_is_fixed_compiles_without_the_finding(string id) =>
        Assert.DoesNotContain(await RunAsync(Code(id, "Fixed")), finding => finding.Id == id || IsOfTheCompiler(finding));

    private static async Task<IReadOnlyList<Diagnostic>> RunAsync(string code)
    {
        var state = new TestState { Sources = { ("Usings.cs", Usings), ("Page.cs", code) } };
        return await AnalyzerRunner.RunAsync(TestSolution.Create(state).Projects.Single(), AllAnalyzers.All);
    }

    /// <summary>The first block behind a heading of the page.</summary>
    private static string Code(string id, string heading)
    {
        var page = RepositoryFiles.Read($"docs/rules/{id}.md").ReplaceLineEndings("\n");
        var block = Regex.Match(page, $@"## {heading}\n\n```csharp\n(?<code>.*?)```", RegexOptions.Singleline);
        Assert.True(block.Success, $"{id} has no code under '{heading}'.");
        return block.Groups["code"].Value.Replace(ManyValues, string.Join(", ", Enumerable.Range(1, 1_200).Select(number => $"Value{number}")), StringComparison.Ordinal);
    }

    private static bool IsOfTheCompiler(Diagnostic finding) => finding.Id.StartsWith("CS", StringComparison.Ordinal) || finding.Id.StartsWith("AD", StringComparison.Ordinal);

    private static int LineOf(string code, int index) => code.AsSpan(0, index).Count('\n');

    private static int LineOf(Diagnostic finding) => finding.Location.GetLineSpan().StartLinePosition.Line;

    private static string TextOf(Diagnostic finding) => finding.Location.SourceTree!.GetText().ToString(finding.Location.SourceSpan).Trim('"');

    [GeneratedRegex("// (?<id>TLLM[0-9]{3}) at \"(?<at>[^\"]+)\"")]
    private static partial Regex Claim();
}
