using TypedLlm.Catalog;

namespace TypedLlm.Chains;

/// <summary>What an endpoint or one of its methods needs of every model of its chain.</summary>
internal sealed record ChainNeeds
{
    private const double DefaultTemperature = 1;

    /// <summary>Needs that every model covers.</summary>
    public static ChainNeeds None { get; } = new();

    public bool Streaming { get; init; }

    public int? MaxOutputTokens { get; init; }

    /// <summary>The different combinations of parameters that are sent; a model has to take each of them.</summary>
    public EquatableArray<CallParameters> Parameters { get; init; }

    /// <summary>The needs of one method.</summary>
    public static ChainNeeds Of(bool streaming, int? maxOutputTokens = null, string? effort = null, double? temperature = null) => new()
    {
        Streaming = streaming,
        MaxOutputTokens = maxOutputTokens,
        Parameters = effort is null && temperature is null
            ? default
            : new([new CallParameters(effort, temperature is { } value && value != DefaultTemperature)]),
    };

    /// <summary>The needs of both.</summary>
    public ChainNeeds Union(ChainNeeds other)
    {
        var parameters = new List<CallParameters>(Parameters);
        foreach (var combination in other.Parameters)
        {
            if (!parameters.Contains(combination))
            {
                parameters.Add(combination);
            }
        }

        return new ChainNeeds
        {
            Streaming = Streaming || other.Streaming,
            MaxOutputTokens = other.MaxOutputTokens is { } tokens && !(MaxOutputTokens >= tokens) ? tokens : MaxOutputTokens,
            Parameters = EquatableArray<CallParameters>.From(parameters),
        };
    }

    /// <summary>Whether a model serves these needs on the Responses endpoint.</summary>
    public NeedsFit FitOf(ModelFacts model)
    {
        var fit = Worse(FitOfEndpoint(model.Capabilities), FitOfOutput(model.MaxOutputTokens));
        foreach (var combination in Parameters)
        {
            fit = Worse(fit, Worse(FitOfEffort(combination.Effort, model), FitOfTemperature(combination, model)));
        }

        return fit;
    }

    private NeedsFit FitOfEndpoint(ModelCapabilities? capabilities) => capabilities switch
    {
        null => NeedsFit.Unknown,
        { Responses: null } => NeedsFit.Refuses,
        _ when !Streaming => NeedsFit.Covers,
        _ => Known(capabilities.Responses.Streaming),
    };

    private NeedsFit FitOfOutput(int? limit) => MaxOutputTokens is { } tokens ? Known(limit is null ? null : tokens <= limit) : NeedsFit.Covers;

    private static NeedsFit FitOfEffort(string? effort, ModelFacts model) =>
        effort is null ? NeedsFit.Covers : Known(model.Efforts?.Contains(effort));

    private static NeedsFit FitOfTemperature(CallParameters parameters, ModelFacts model)
    {
        var effort = parameters.Effort ?? model.DefaultEffort;
        return (parameters.CustomTemperature, model.Temperature) switch
        {
            (false, _) or (_, TemperatureRule.Allowed) => NeedsFit.Covers,
            (_, TemperatureRule.Rejected) => NeedsFit.Refuses,
            (_, TemperatureRule.WithEffortNone) => Known(effort is null ? null : effort == "none"),
            (_, TemperatureRule.NotWithDefaultEffort) when effort == model.DefaultEffort => NeedsFit.Refuses,
            _ => NeedsFit.Unknown,
        };
    }

    private static NeedsFit Known(bool? serves) => serves switch
    {
        true => NeedsFit.Covers,
        false => NeedsFit.Refuses,
        null => NeedsFit.Unknown,
    };

    private static NeedsFit Worse(NeedsFit left, NeedsFit right) => left > right ? left : right;
}
