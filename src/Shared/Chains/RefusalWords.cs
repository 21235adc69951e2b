using TypedLlm.Catalog;

namespace TypedLlm.Chains;

/// <summary>What a model refuses, as part of a sentence.</summary>
internal static class RefusalWords
{
    public static string Of(Need need, CallNeeds needs, ModelFacts model) => need switch
    {
        Need.Endpoint => $"is not offered on the {ApiOf(needs.Endpoint)} API",
        Need.Streaming => "cannot stream its answer",
        Need.Structured => "cannot answer in a strict schema",
        Need.Image => "takes no images",
        Need.Pdf => "takes no PDF files",
        Need.Tools => model.Capabilities?.On(needs.Endpoint)?.Tools == ToolSupport.WithEffortNone
            ? "takes function tools only with effort none"
            : "takes no function tools",
        Need.Background => "does not run in the background",
        Need.Batch => OfBatch(needs.Endpoint, model),
        Need.MaxOutputTokens => $"produces at most {model.MaxOutputTokens} tokens",
        Need.Effort => OfEfforts(model.Efforts ?? default),
        Need.Temperature => OfTemperature(model),
        _ => $"does not offer the tier {needs.ServiceTier}",
    };

    /// <summary>What to do about a refused setting; null for what is not a matter of settings.</summary>
    public static string? WayOut(Need need, ModelFacts model) => need switch
    {
        Need.MaxOutputTokens => $"lower it to {model.MaxOutputTokens}",
        Need.Effort => "set another effort",
        Need.Temperature => model.Temperature == TemperatureRule.WithEffortNone ? "set Effort = Effort.None" : "leave the temperature out",
        Need.ServiceTier => "set another tier",
        _ => null,
    };

    private static string OfBatch(EndpointKind endpoint, ModelFacts model)
    {
        var other = endpoint == EndpointKind.Responses ? EndpointKind.Chat : EndpointKind.Responses;
        return $"does not run in a batch on the {ApiOf(endpoint)} API{(model.Capabilities?.On(other)?.Batch == true ? $", only on the {ApiOf(other)} API" : "")}";
    }

    private static string ApiOf(EndpointKind endpoint) => endpoint == EndpointKind.Responses ? "Responses" : "Chat Completions";

    private static string OfEfforts(EquatableArray<string> efforts) =>
        efforts.IsEmpty ? "takes no reasoning effort"
        : efforts.Count == 1 ? $"takes no other effort than {efforts[0]}"
        : $"takes only the efforts {string.Join(", ", efforts)}";

    private static string OfTemperature(ModelFacts model) => model.Temperature switch
    {
        TemperatureRule.WithEffortNone => "takes a temperature other than 1 only with effort none",
        TemperatureRule.NotWithDefaultEffort => $"takes no temperature other than 1 with its default effort{(model.DefaultEffort is { } effort ? " " + effort : "")}",
        _ => "takes no temperature other than 1",
    };
}
