using TypedLlm.Catalog;
using TypedLlm.Tool.Cli;

namespace TypedLlm.Tool.Catalogs;

/// <summary>Something that a model can do on a kind of endpoint: <c>pdf</c>, or <c>batch:chat</c>.</summary>
/// <param name="Name">Its name in catalog files.</param>
/// <param name="Endpoint">The kind of endpoint.</param>
internal sealed record ModelFeature(string Name, EndpointKind Endpoint)
{
    /// <summary>The names of all features, as in catalog files.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. CatalogFields.Features];

    /// <summary>Reads <c>FEATURE</c> or <c>FEATURE:ENDPOINT</c>.</summary>
    /// <exception cref="ToolException">A word is not known, or no endpoint of that kind has the feature.</exception>
    public static ModelFeature Parse(string option, string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var name = Names[Find(colon < 0 ? text : text[..colon], Names, "feature", option, text)];
        var feature = new ModelFeature(
            name, colon < 0 ? EndpointKind.Responses : (EndpointKind)Find(text[(colon + 1)..], [.. CatalogFields.Capabilities], "endpoint", option, text));
        return feature is { Name: "background", Endpoint: EndpointKind.Chat }
            ? throw new ToolException($"{option} {text}: only the Responses API runs in the background; write {option} background.")
            : feature;
    }

    /// <summary>Whether a model can do it; null is unknown.</summary>
    public bool? IsOf(ModelFacts model)
    {
        if (model.Capabilities is null)
        {
            return null;
        }

        return model.Capabilities.On(Endpoint) is not { } can ? false : Name switch
        {
            "streaming" => can.Streaming,
            "structured" => can.Structured,
            "tools" => can.Tools is { } tools ? tools != ToolSupport.No : null,
            "image" => can.Image,
            "pdf" => can.Pdf,
            "batch" => can.Batch,
            _ => can.Background,
        };
    }

    private static int Find(string word, IReadOnlyList<string> known, string what, string option, string text)
    {
        for (var i = 0; i < known.Count; i++)
        {
            if (string.Equals(known[i], word, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        var advice = NearestName.Find(word, known) is { } nearest ? $"did you mean '{nearest}'?" : $"known are {string.Join(", ", known)}.";
        throw new ToolException($"{option} {text}: '{word}' is no {what}; {advice}");
    }
}
