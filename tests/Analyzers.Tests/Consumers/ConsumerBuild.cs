using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using TypedLlm.Analyzers.Tests.Habits;
using TypedLlm.Generator;

namespace TypedLlm.Analyzers.Tests.Consumers;

/// <summary>Builds a consumer as the SDK would with the package: its settings, its implicit usings, the generator, all analyzers.</summary>
internal static class ConsumerBuild
{
    private const string BaseUsings = "System;System.Collections.Generic;System.IO;System.Linq;System.Net.Http;System.Threading;System.Threading.Tasks";
    private const string WorkerUsings = "Microsoft.Extensions.Configuration;Microsoft.Extensions.DependencyInjection;Microsoft.Extensions.Hosting;Microsoft.Extensions.Logging";
    private const string WebUsings = "Microsoft.AspNetCore.Builder;Microsoft.AspNetCore.Hosting;Microsoft.AspNetCore.Http;Microsoft.AspNetCore.Routing;System.Net.Http.Json";

    private static readonly ImmutableArray<MetadataReference> References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(IsPlatform).Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>Everything that the compiler and the analyzers say, hidden findings excepted, and the compilation.</summary>
    public static async Task<(Compilation Output, IReadOnlyList<Diagnostic> Findings)> RunAsync(Consumer consumer)
    {
        var references = new List<MetadataReference>(References);
        foreach (var reference in consumer.References)
        {
            references.Add((await RunAsync(reference)).Output.ToMetadataReference());
        }

        var id = ProjectId.CreateNewId();
        var solution = new AdhocWorkspace().CurrentSolution.AddProject(ProjectInfo.Create(
            id,
            VersionStamp.Default,
            consumer.Name,
            consumer.Name,
            LanguageNames.CSharp,
            compilationOptions: CompilationOptions(consumer),
            parseOptions: ParseOptions(consumer),
            metadataReferences: references));
        return await RunAsync(AddFiles(solution, id, consumer).GetProject(id)!);
    }

    private static Solution AddFiles(Solution solution, ProjectId project, Consumer consumer)
    {
        foreach (var file in consumer.Files("*.cs"))
        {
            solution = solution.AddDocument(NewId(), Path.GetFileName(file), Read(file), filePath: file);
        }

        foreach (var file in consumer.Files("*.json").Concat(consumer.Files("*.md")))
        {
            solution = solution.AddAdditionalDocument(NewId(), Path.GetFileName(file), Read(file), filePath: file);
        }

        foreach (var file in consumer.Files(".editorconfig"))
        {
            solution = solution.AddAnalyzerConfigDocument(NewId(), ".editorconfig", Read(file), filePath: file);
        }

        var properties = SourceText.From($"is_global = true\nbuild_property.ProjectDir = {consumer.Folder}/\n");
        return solution
            .AddDocument(NewId(), "GlobalUsings.g.cs", ImplicitUsings(consumer), filePath: $"{consumer.Folder}/obj/GlobalUsings.g.cs")
            .AddAnalyzerConfigDocument(NewId(), "Build.globalconfig", properties, filePath: $"{consumer.Folder}/obj/Build.globalconfig");

        DocumentId NewId() => DocumentId.CreateNewId(project);
    }

    private static async Task<(Compilation Output, IReadOnlyList<Diagnostic> Findings)> RunAsync(Project project)
    {
        var compilation = (await project.GetCompilationAsync())!;
        var options = project.AnalyzerOptions;
        CSharpGeneratorDriver
            .Create([new TypedLlmGenerator().AsSourceGenerator()], options.AdditionalFiles, (CSharpParseOptions)project.ParseOptions!, options.AnalyzerConfigOptionsProvider)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out var generated);
        var analyzed = await output.WithAnalyzers(AllAnalyzers.All, options).GetAllDiagnosticsAsync();
        return (output, [.. generated.Concat(analyzed).Where(finding => finding.Severity > DiagnosticSeverity.Hidden)]);
    }

    private static CSharpCompilationOptions CompilationOptions(Consumer consumer) => new(
        consumer.Files("Program.cs").Any() ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
        allowUnsafe: consumer.Property("AllowUnsafeBlocks") == "true",
        warningLevel: 9999,
        nullableContextOptions: consumer.Property("Nullable") == "enable" ? NullableContextOptions.Enable : NullableContextOptions.Disable,
        specificDiagnosticOptions: (consumer.Property("NoWarn") ?? "").Split(';').Select(id => KeyValuePair.Create(id, ReportDiagnostic.Suppress)));

    private static CSharpParseOptions ParseOptions(Consumer consumer) =>
        new(LanguageVersionFacts.TryParse(consumer.Property("LangVersion"), out var version) ? version : LanguageVersion.Latest);

    private static SourceText ImplicitUsings(Consumer consumer)
    {
        var namespaces = consumer.Sdk switch
        {
            "Microsoft.NET.Sdk.Web" => $"{BaseUsings};{WorkerUsings};{WebUsings}",
            "Microsoft.NET.Sdk.Worker" => $"{BaseUsings};{WorkerUsings}",
            _ => BaseUsings,
        };
        var usings = consumer.Property("ImplicitUsings") == "enable" ? namespaces.Split(';').Select(name => $"global using {name};\n") : [];
        return SourceText.From("// <auto-generated/>\n" + string.Concat(usings));
    }

    private static SourceText Read(string file) => SourceText.From(File.ReadAllText(file));

    // Without the product's compiler parts and the test's own assembly.
    private static bool IsPlatform(string path)
    {
        var name = Path.GetFileName(path);
        return name == "TypedLlm.dll" || !(name.StartsWith("TypedLlm.", StringComparison.Ordinal) || name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));
    }
}
