using TypedLlm.Catalog;
using TypedLlm.Chains;
using TypedLlm.Tool.Cli;
using TypedLlm.Tool.Probes;

namespace TypedLlm.Tool.Verification;

/// <summary>A need of the command line: <c>FEATURE</c> or <c>FEATURE:ENDPOINT</c>.</summary>
/// <param name="Feature">What a model has to do.</param>
/// <param name="Endpoint">Where.</param>
internal sealed record NamedNeed(ProbeKind Feature, EndpointKind Endpoint)
{
    private static readonly IReadOnlyList<ProbeKind> Features = [.. Enum.GetValues<ProbeKind>().Where(static kind => kind != ProbeKind.Call)];

    /// <summary>The features as they are written.</summary>
    public static IReadOnlyList<string> FeatureWords { get; } = [.. Features.Select(WireWords.Of)];

    /// <exception cref="ToolException">A word is not known.</exception>
    public static NamedNeed Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var feature = Features[Find(colon < 0 ? text : text[..colon], FeatureWords, "feature", text)];
        var endpoint = colon < 0 ? EndpointKind.Responses : (EndpointKind)Find(text[(colon + 1)..], [.. CatalogFields.Capabilities], "endpoint", text);
        return feature == ProbeKind.Background && endpoint == EndpointKind.Chat
            ? throw new ToolException($"--need {text}: only the Responses API runs in the background; write --need background.")
            : new NamedNeed(feature, endpoint);
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

    public override string ToString() => $"{WireWords.Of(Feature)}:{WireWords.Of(Endpoint)}";

    private static int Find(string word, IReadOnlyList<string> known, string what, string text)
    {
        for (var i = 0; i < known.Count; i++)
        {
            if (string.Equals(known[i], word, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        var advice = NearestName.Find(word, known) is { } nearest ? $"did you mean '{nearest}'?" : $"known are {string.Join(", ", known)}.";
        throw new ToolException($"--need {text}: '{word}' is no {what}; {advice}");
    }
}
