using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedLlm.Generator;
using TypedLlm.TestKit;

namespace TypedLlm.Tool.Tests.Support;

/// <summary>Builds assemblies as a project of a user does: compiler, generator, embedded catalog file.</summary>
internal sealed class ConsumerAssembly
{
    private const string Usings = """
        using TypedLlm;
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;

        """;

    public string Name { get; init; } = "Shop";

    public required string Source { get; init; }

    /// <summary>The content of <c>typedllm.models.json</c>.</summary>
    public string? Catalog { get; init; }

    /// <summary>The additional files, such as prompts.</summary>
    public IReadOnlyList<TextFile> Files { get; init; } = [];

    /// <summary>Whether it has an entry point and a <c>.runtimeconfig.json</c> beside it.</summary>
    public bool IsApp { get; init; }

    /// <summary>Builds it into a folder and gives its path.</summary>
    public string Build(TemporaryFolder folder)
    {
        var source = Usings + Source + (IsApp ? "\ninternal static class Program { private static void Main() { } }" : "");
        var compilation = GeneratorHarness.Compile(Name, [source]);
        compilation = compilation.WithOptions(compilation.Options
            .WithGeneralDiagnosticOption(ReportDiagnostic.Default)
            .WithOutputKind(IsApp ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary));
        var parsing = (CSharpParseOptions)compilation.SyntaxTrees[0].Options;
        CSharpGeneratorDriver.Create([new TypedLlmGenerator().AsSourceGenerator()], Files, parsing).RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        var path = folder.File($"{Name}.dll");
        using (var file = File.Create(path))
        {
            var result = output.Emit(file, manifestResources: Resources());
            Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        }

        if (IsApp)
        {
            folder.Write($"{Name}.runtimeconfig.json", "{}");
        }

        return path;
    }

    private ResourceDescription[] Resources() => Catalog is null
        ? []
        : [new ResourceDescription("typedllm.models.json", () => new MemoryStream(Encoding.UTF8.GetBytes(Catalog)), isPublic: true)];
}
