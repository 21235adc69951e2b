using TypedLlm.Catalog;
using TypedLlm.Tool.Cli;

namespace TypedLlm.Tool.Catalogs;

/// <summary>Something that a model can do on a kind of endpoint: <c>pdf</c>, or <c>batch:chat</c>.</summary>
/// <param name="Name">Its name in catalog files.</param>
/// <param name="Endpoint">The kind of endpoint.</param>
internal sealed record ModelFeature(string Name, EndpointKind Endpoint)
{
    private const string Chat = "chat";
    private const string Responses = "responses";

    /// <summary>The names of all features, as in catalog files.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. CatalogFields.EndpointCapabilities];

    /// <exception cref="ToolException">There is no such feature.</exception>
    public static ModelFeature Parse(string option, string text)
    {
        var parts = text.Split(':');
        if (parts.Length > 2 || !Names.Contains(parts[0]) || parts is [_, not (Chat or Responses)])
        {
            throw new ToolException($"{option} {text} is no feature; use one of {string.Join(", ", Names)}, with :chat behind it for the Chat Completions API.");
        }

        return new ModelFeature(parts[0], parts is [_, Chat] ? EndpointKind.Chat : EndpointKind.Responses);
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
}
