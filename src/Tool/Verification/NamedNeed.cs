using TypedLlm.Catalog;
using TypedLlm.Chains;
using TypedLlm.Tool.Catalogs;
using TypedLlm.Tool.Cli;
using TypedLlm.Tool.Probes;

namespace TypedLlm.Tool.Verification;

/// <summary>A need of the command line: <c>FEATURE</c> or <c>FEATURE:ENDPOINT</c>.</summary>
/// <param name="Feature">What a model has to do.</param>
/// <param name="Endpoint">Where.</param>
internal sealed record NamedNeed(ProbeKind Feature, EndpointKind Endpoint)
{
    /// <exception cref="ToolException">A word is not known.</exception>
    public static NamedNeed Parse(string text)
    {
        var feature = ModelFeature.Parse("--need", text);
        return new NamedNeed(Enum.Parse<ProbeKind>(feature.Name, ignoreCase: true), feature.Endpoint);
    }

    /// <summary>What all of them ask of a model on one kind of endpoint.</summary>
    public static CallNeeds NeedsOf(IEnumerable<NamedNeed> needs, EndpointKind endpoint)
    {
        var asked = new CallNeeds { Endpoint = endpoint };
        foreach (var need in needs)
        {
            asked = need.Feature switch
            {
                ProbeKind.Streaming => asked with { Streaming = true },
                ProbeKind.Structured => asked with { Structured = true },
                ProbeKind.Background => asked with { Background = true },
                ProbeKind.Batch => asked with { Batch = true },
                ProbeKind.Pdf => asked with { Pdf = true },
                ProbeKind.Image => asked with { Image = true },
                ProbeKind.Tools => asked with { Tools = true },
                _ => throw new ArgumentOutOfRangeException(nameof(needs), need.Feature, "No need of a model."),
            };
        }

        return asked;
    }

    /// <summary>As it is written: without the endpoint where that is the default.</summary>
    public override string ToString() => Endpoint == EndpointKind.Responses ? WireWords.Of(Feature) : $"{WireWords.Of(Feature)}:{WireWords.Of(Endpoint)}";
}
