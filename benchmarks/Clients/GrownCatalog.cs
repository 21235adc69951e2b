using System.Globalization;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedLlm.Benchmarks.Clients;

/// <summary>An assembly whose embedded <c>typedllm.models.json</c> adds models to the built-in ones.</summary>
internal static class GrownCatalog
{
    public static Assembly With(int models)
    {
        var entries = Enumerable.Range(0, models).Select(index => string.Create(
            CultureInfo.InvariantCulture,
            $$"""{ "id": "own-model-{{index}}", "shortNames": ["own-{{index}}"], "provider": "openai", "price": { "input": 1, "output": 4 } }"""));
        var json = Encoding.UTF8.GetBytes($$"""{ "models": [{{string.Join(',', entries)}}] }""");

        var compilation = CSharpCompilation.Create("GrownCatalog", references: [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)], options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image, manifestResources: [new ResourceDescription("typedllm.models.json", () => new MemoryStream(json), isPublic: true)]);
        return emitted.Success ? Assembly.Load(image.ToArray()) : throw new InvalidOperationException(emitted.Diagnostics[0].ToString());
    }
}
