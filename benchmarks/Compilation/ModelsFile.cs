using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace TypedLlm.Benchmarks.Compilation;

/// <summary>A <c>typedllm.models.json</c> of a project with many models of its own.</summary>
internal sealed class ModelsFile : AdditionalText
{
    private readonly SourceText _text;

    public ModelsFile(int models)
    {
        var entries = Enumerable.Range(0, models).Select(static index => string.Create(
            CultureInfo.InvariantCulture,
            $$"""
                { "id": "own-model-{{index}}", "shortNames": ["own-{{index}}"], "provider": "azure", "contextWindow": 400000, "maxOutputTokens": 128000, "price": { "input": 1, "output": 4 } }
            """));
        _text = SourceText.From($$"""
            {
              "models": [
            {{string.Join(",\n", entries)}}
              ]
            }
            """);
    }

    public override string Path => "/Shop/typedllm.models.json";

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
