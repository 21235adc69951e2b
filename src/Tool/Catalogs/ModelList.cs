using TypedLlm.Catalog;
using TypedLlm.Tool.Cli;

namespace TypedLlm.Tool.Catalogs;

/// <summary>Writes models as a table or as the entries of a catalog file.</summary>
internal static class ModelList
{
    private static readonly string[] Columns =
        ["id", "short names", "provider", "context", "max output", "efforts", "in $/1M", "out $/1M", "can do (responses)", "status"];

    public static void WriteTable(ToolHost host, IEnumerable<ModelFacts> models, CatalogDate today) => TextTable.Write(host, Columns, models.Select(model => (string[])
    [
        model.Id,
        string.Join(' ', model.ShortNames),
        model.Provider ?? ModelWords.Unknown,
        ModelWords.Tokens(model.ContextWindow),
        ModelWords.Tokens(model.MaxOutputTokens),
        ModelWords.Efforts(model.Efforts),
        ModelWords.Dollars(model.Price?.Input),
        ModelWords.Dollars(model.Price?.Output),
        ModelWords.Features(model, EndpointKind.Responses),
        ModelWords.Lifetime(model, today),
    ]));

    public static void WriteJson(ToolHost host, ModelCatalog catalog, IEnumerable<ModelFacts> models) => JsonOutput.Write(host, json =>
    {
        json.WriteStartObject();
        json.WriteString("asOf", catalog.AsOf.ToString());
        json.WriteStartArray("models");
        foreach (var model in models)
        {
            json.WriteStartObject();
            ModelJson.WriteFacts(json, model);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });
}
