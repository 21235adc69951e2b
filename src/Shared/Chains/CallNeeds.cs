using TypedLlm.Catalog;

namespace TypedLlm.Chains;

/// <summary>What a call needs of the model that answers it. Asked for every target of every call, so it allocates nothing.</summary>
internal sealed record CallNeeds
{
    private const double DefaultTemperature = 1;

    public EndpointKind Endpoint { get; init; }

    public bool Streaming { get; init; }

    /// <summary>An answer in a strict schema, and nothing weaker.</summary>
    public bool Structured { get; init; }

    /// <summary>An answer of a type: in a strict schema, and asked for in a weaker way where a model has none.</summary>
    public bool Typed { get; init; }

    public bool Image { get; init; }

    public bool Pdf { get; init; }

    public bool Tools { get; init; }

    public bool Background { get; init; }

    public bool Batch { get; init; }

    public int? MaxOutputTokens { get; init; }

    /// <summary>The reasoning effort as on the wire; null is not sent.</summary>
    public string? Effort { get; init; }

    public double? Temperature { get; init; }

    /// <summary>The tier as on the wire; null is not sent.</summary>
    public string? ServiceTier { get; init; }

    /// <summary>Whether a model serves all needs.</summary>
    public NeedsFit FitOf(ModelFacts model)
    {
        var worst = NeedsFit.Covers;
        for (var need = Need.Endpoint; need <= Need.ServiceTier; need++)
        {
            var fit = FitOf(need, model);
            worst = fit > worst ? fit : worst;
        }

        return worst;
    }

    /// <summary>Whether a model serves one need; what is not needed is covered.</summary>
    public NeedsFit FitOf(Need need, ModelFacts model) => need switch
    {
        Need.Endpoint => Known(model.Capabilities is { } kinds ? kinds.On(Endpoint) is not null : null),
        Need.Streaming => FitOf(Streaming, CapabilitiesOf(model)?.Streaming),
        Need.Structured => FitOfStructured(CapabilitiesOf(model)?.Structured),
        Need.Image => FitOf(Image, CapabilitiesOf(model)?.Image),
        Need.Pdf => FitOf(Pdf, CapabilitiesOf(model)?.Pdf),
        Need.Tools => FitOf(Tools, TakesTools(model)),
        Need.Background => FitOf(Background, CapabilitiesOf(model)?.Background),
        Need.Batch => FitOf(Batch, CapabilitiesOf(model)?.Batch),
        Need.MaxOutputTokens => FitOf(MaxOutputTokens is not null, model.MaxOutputTokens is { } limit ? MaxOutputTokens <= limit : null),
        Need.Effort => FitOf(Effort is not null, model.Efforts?.Contains(Effort!)),
        Need.Temperature => FitOf(Temperature is not (null or DefaultTemperature), TakesTemperature(model)),

        // The tiers of few models are known, so that a model whose tiers are not is as good as another.
        _ => ServiceTier is not null && model.Tiers?.Takes(ServiceTier) == false ? NeedsFit.Refuses : NeedsFit.Covers,
    };

    private EndpointCapabilities? CapabilitiesOf(ModelFacts model) => model.Capabilities?.On(Endpoint);

    private bool? TakesTools(ModelFacts model) => CapabilitiesOf(model)?.Tools switch
    {
        ToolSupport.Yes => true,
        ToolSupport.No => false,
        ToolSupport.WithEffortNone => IsEffortNone(model),
        _ => null,
    };

    private bool? TakesTemperature(ModelFacts model) => model.Temperature switch
    {
        TemperatureRule.Allowed => true,
        TemperatureRule.Rejected => false,
        TemperatureRule.WithEffortNone => IsEffortNone(model),
        TemperatureRule.NotWithDefaultEffort when (Effort ?? model.DefaultEffort) == model.DefaultEffort => false,
        _ => null,
    };

    private bool? IsEffortNone(ModelFacts model) => (Effort ?? model.DefaultEffort) is { } effort ? effort == "none" : null;

    private NeedsFit FitOfStructured(bool? serves) =>
        FitOf(Structured || Typed, serves) is var fit && fit == NeedsFit.Refuses && !Structured ? NeedsFit.Weakens : fit;

    private static NeedsFit FitOf(bool isNeeded, bool? serves) => isNeeded ? Known(serves) : NeedsFit.Covers;

    private static NeedsFit Known(bool? serves) => serves switch
    {
        true => NeedsFit.Covers,
        false => NeedsFit.Refuses,
        null => NeedsFit.Unknown,
    };
}
