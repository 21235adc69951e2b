using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedLlm.TestKit.Verifiers;

namespace TypedLlm.Analyzers.Tests.Rules;

public sealed class VersionTests
{
    private static readonly string Own =
        typeof(VersionAnalyzer).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    [Fact]
    public async Task The_library_of_the_same_build_is_fine() => Assert.Empty(await RunAsync(project => project));

    [Fact]
    public async Task A_project_without_the_library_is_fine() =>
        Assert.Empty(await RunAsync(WithoutLibrary));

    [Fact]
    public async Task Another_commit_of_the_same_version_is_fine() =>
        Assert.Empty(await RunAsync(WithLibrary($"[assembly: System.Reflection.AssemblyInformationalVersion(\"{Own}+other\")]")));

    [Theory]
    [InlineData("[assembly: System.Reflection.AssemblyInformationalVersion(\"99.1.0-preview.2+abc\")]", "99.1.0-preview.2")]
    [InlineData("[assembly: System.Reflection.AssemblyVersion(\"98.1.0.0\")]", "98.1.0.0")]
    public async Task Another_version_is_reported_once_and_both_are_named(string attribute, string version)
    {
        var finding = Assert.Single(await RunAsync(WithLibrary(attribute)));

        Assert.Equal("TLLM113", finding.Id);
        Assert.Equal(DiagnosticSeverity.Warning, finding.Severity);
        Assert.Equal(Location.None, finding.Location);
        Assert.Contains($"TypedLlm {version}, but its analyzers and generator are those of {Own};", finding.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none", 0)]
    [InlineData("error", 1)]
    public async Task The_severity_can_be_set_in_a_global_file(string severity, int count)
    {
        var findings = await RunAsync(
            WithLibrary("[assembly: System.Reflection.AssemblyVersion(\"98.1.0.0\")]"), $"is_global = true\ndotnet_diagnostic.TLLM113.severity = {severity}\n");

        Assert.Equal(count, findings.Count(finding => finding.Severity == DiagnosticSeverity.Error));
        Assert.Equal(count, findings.Count);
    }

    private static async Task<IReadOnlyList<Diagnostic>> RunAsync(Func<Project, Project> change, string? configuration = null)
    {
        var state = new TestState { Sources = { ("Test0.cs", "class Empty;") } };
        if (configuration is not null)
        {
            state.AnalyzerConfigFiles.Add((".globalconfig", configuration));
        }

        return await AnalyzerRunner.RunAsync(change(TestSolution.Create(state).Projects.Single()), [new VersionAnalyzer()]);
    }

    private static Project WithoutLibrary(Project project) => project.WithMetadataReferences(
        project.MetadataReferences.Where(reference => Path.GetFileName(reference.Display) != "TypedLlm.dll"));

    private static Func<Project, Project> WithLibrary(string source) => project =>
    {
        var bare = WithoutLibrary(project);
        var library = CSharpCompilation.Create(
            "TypedLlm",
            [CSharpSyntaxTree.ParseText(source)],
            bare.MetadataReferences,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        return bare.AddMetadataReference(library.ToMetadataReference());
    };
}
