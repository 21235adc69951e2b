using System.Text.Json;
using TypedLlm.Tool.Cli;

namespace TypedLlm.Tool.Approvals;

/// <summary>Writes schemas for reviewers: a line for each keyword and name, so that a change of one is a change of few lines.</summary>
internal static class SchemaText
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 1024 };

    public static IEnumerable<string> Lines(string schema)
    {
        using var document = JsonDocument.Parse(schema, Options);
        var text = JsonOutput.TextOf(document.RootElement.WriteTo);
        return text.TrimEnd('\n').Split('\n').Select(PromptText.OneLine);
    }
}
