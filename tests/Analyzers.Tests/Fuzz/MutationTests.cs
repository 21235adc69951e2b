using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using TypedLlm.TestKit.Fuzzing;
using TypedLlm.TestKit.Verifiers;

namespace TypedLlm.Analyzers.Tests.Fuzz;

/// <summary>Generator, analyzers and fixes meet damaged sources and files all day; none of them may throw.</summary>
public sealed class MutationTests
{
    private const int ThoroughEach = 10;

    public static TheoryData<string> Sources => new(MutationCorpus.Sources);

    public static TheoryData<string> Files => new(MutationCorpus.AdditionalFiles.Append(MutationCorpus.ConfigurationFile));

    [Fact]
    public void The_corpus_is_large() => Assert.True(MutationCorpus.Size >= 5000, $"There are {MutationCorpus.Size} mutants.");

    [Fact]
    public void The_corpus_uses_all_that_a_user_may_write()
    {
        var text = string.Concat(MutationCorpus.Sources.Select(MutationCorpus.Read));
        var attributes = typeof(LlmEndpointAttribute).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(Attribute)) && type.Namespace == "TypedLlm");
        foreach (var attribute in attributes)
        {
            Assert.Contains(attribute.Name[..^"Attribute".Length], text, StringComparison.Ordinal);
            Assert.All(
                attribute.GetProperties().Where(property => property.DeclaringType == attribute && property.CanWrite),
                property => Assert.Contains($"{property.Name} = ", text, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task Damaged_sources_make_nothing_throw(string file)
    {
        var text = MutationCorpus.Read(file);
        var run = new MutantRun(TestSolution.Create(MutationCorpus.ProjectOf(file)).Projects.Single());
        var document = run.Project.Documents.Single().Id;
        var mutator = TextMutator.OfSource(text);
        var fixes = 0;

        await Parallel.ForAsync(0, MutationCorpus.MutantsOfSource, async (seed, _) =>
        {
            var mutant = mutator.Mutate(new Random(seed));
            var solution = run.Project.Solution.WithDocumentText(document, SourceText.From(mutant));
            Interlocked.Add(ref fixes, await run.VerifyAsync(solution, $"{file}, seed {seed}", mutant, thorough: seed % ThoroughEach == 0));
        });

        Assert.True(file != "Faulty.cs" || fixes > MutationCorpus.MutantsOfSource / ThoroughEach, $"Only {fixes} fixes were tried.");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Damaged_files_make_nothing_throw(string file)
    {
        var run = new MutantRun(TestSolution.Create(MutationCorpus.ProjectOf("Endpoint.cs")).Projects.Single());
        var mutator = TextMutator.OfFile(MutationCorpus.Read(file));
        await Parallel.ForAsync(0, MutationCorpus.MutantsOfFile, async (seed, _) =>
        {
            var mutant = mutator.Mutate(new Random(seed));
            await run.VerifyAsync(Replace(run.Project, file, mutant), $"{file}, seed {seed}", mutant, thorough: seed % ThoroughEach == 0);
        });
    }

    private static Solution Replace(Project project, string file, string text) =>
        project.AdditionalDocuments.FirstOrDefault(document => document.Name == file) is { } additional
            ? project.Solution.WithAdditionalDocumentText(additional.Id, SourceText.From(text))
            : project.Solution.WithAnalyzerConfigDocumentText(project.AnalyzerConfigDocuments.Single(document => document.Name == file).Id, SourceText.From(text));
}
