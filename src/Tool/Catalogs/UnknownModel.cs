using TypedLlm.Catalog;
using TypedLlm.Chains;
using TypedLlm.Tool.Cli;

namespace TypedLlm.Tool.Catalogs;

/// <summary>Says that a name leads to no model, and which were probably meant.</summary>
internal static class UnknownModel
{
    private const int MaxNearest = 3;

    public static string Message(ModelResolution model, ModelCatalog catalog)
    {
        var nearest = catalog.Nearest(model.Id, MaxNearest);
        var origin = model.Id == model.Name ? "" : $"'{model.Name}' stands for it; ";
        return $"The catalog knows no model '{model.Id}'; {origin}"
            + (nearest.Count == 0 ? "if the service has it, declare it in typedllm.models.json." : $"did you mean {ChainWords.Any(nearest)}?");
    }

    public static ModelFacts FactsOf(ModelResolution model, ModelCatalog catalog) => model.Facts ?? throw new ToolException(Message(model, catalog));
}
