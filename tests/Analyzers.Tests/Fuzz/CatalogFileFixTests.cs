using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using TypedLlm.Catalog;
using TypedLlm.CodeFixes;
using TypedLlm.TestKit.Fuzzing;
using TypedLlm.TestKit.Verifiers;
using Xunit.Sdk;

namespace TypedLlm.Analyzers.Tests.Fuzz;

/// <summary>The fixes that write into a catalog file meet it half-typed. Where they are offered, they add what they say and keep all else.</summary>
public sealed class CatalogFileFixTests
{
    private const int Mutants = 600;
    private const string FileName = "typedllm.models.json";
    private const string NewModel = "new-model";

    [Fact]
    public Task A_model_is_added_to_what_is_there() => VerifyAsync(
        new DeclareModelCodeFix(),
        Diagnostic(ChainDescriptors.UnknownModel, (FixProperties.Model, NewModel)),
        (before, after) =>
        {
            Assert.Equal([.. before.Models.Select(entry => entry.Facts.Id), NewModel], after.Models.Select(entry => entry.Facts.Id));
            Assert.Equal(before.Models.Select(entry => entry.Facts), after.Models.Take(before.Models.Count).Select(entry => entry.Facts));
            Assert.Equal(AliasesOf(before), AliasesOf(after));
        });

    [Theory]
    [InlineData("old-model")]
    [InlineData("5.3")]
    public Task An_alias_is_added_or_redirected(string name) => VerifyAsync(
        new AliasModelCodeFix(),
        Diagnostic(ChainDescriptors.PrimaryShutDown, (FixProperties.Alias, name), (FixProperties.Choices, NewModel)),
        (before, after) =>
        {
            Assert.Equal(before.Models.Select(entry => entry.Facts), after.Models.Select(entry => entry.Facts));
            Assert.Contains((name, NewModel), AliasesOf(after));
            Assert.Subset(AliasesOf(after).ToHashSet(), AliasesOf(before).Where(alias => alias.Name != name).ToHashSet());
        });

    private static async Task VerifyAsync(CodeFixProvider provider, Diagnostic diagnostic, Action<CatalogFile, CatalogFile> verify)
    {
        var project = TestSolution.Create(new TestState { Sources = { ("Test0.cs", "") }, AdditionalFiles = { (FileName, "") } }).Projects.Single();
        var file = project.AdditionalDocuments.Single().Id;
        var text = MutationCorpus.Read(FileName);
        TextMutator[] mutators = [TextMutator.OfFile(text), TextMutator.OfFile(text.ReplaceLineEndings("\r\n"))];
        var offered = 0;
        for (var seed = 0; seed < Mutants; seed++)
        {
            var mutant = mutators[seed % mutators.Length].Mutate(new Random(seed));
            var solution = project.Solution.WithAdditionalDocumentText(file, SourceText.From(mutant));
            var changed = "";
            try
            {
                if (await FixAsync(solution.GetProject(project.Id)!, provider, diagnostic) is { } after)
                {
                    changed = (await after.GetAdditionalDocument(file)!.GetTextAsync()).ToString();
                    Compare(mutant, changed, verify);
                    offered++;
                }
            }
            catch (Exception exception)
            {
                throw new XunitException($"Seed {seed}: {exception}\n{mutant}\n{changed}");
            }
        }

        Assert.True(offered > Mutants / 10, $"Only {offered} fixes were offered: the files are damaged beyond use.");
    }

    private static async Task<Solution?> FixAsync(Project project, CodeFixProvider provider, Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        await provider.RegisterCodeFixesAsync(
            new CodeFixContext(project.Documents.Single(), diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        return actions.Count == 0
            ? null
            : Assert.Single((await Assert.Single(actions).GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>()).ChangedSolution;
    }

    private static void Compare(string before, string after, Action<CatalogFile, CatalogFile> verify)
    {
        Assert.NotNull(JsonReader.Read(after, out _));
        var (old, oldProblems) = CatalogReader.Read(before, BuiltInCatalog.Instance);
        var (file, problems) = CatalogReader.Read(after, BuiltInCatalog.Instance);
        Assert.Equal(old.AsOf, file.AsOf);
        Assert.Equal(old.Allow, file.Allow);
        Assert.Equal(old.Deny, file.Deny);
        Assert.Subset(oldProblems.Select(problem => problem.Message).ToHashSet(), problems.Select(problem => problem.Message).ToHashSet());
        verify(old, file);
    }

    private static IEnumerable<(string Name, string Target)> AliasesOf(CatalogFile file) => file.Aliases.Select(alias => (alias.Name, alias.Target));

    private static Diagnostic Diagnostic(DiagnosticDescriptor descriptor, params (string Name, string Value)[] properties) =>
        Microsoft.CodeAnalysis.Diagnostic.Create(
            descriptor, Location.None, properties.ToImmutableDictionary(property => property.Name, property => (string?)property.Value));
}
