using TypedLlm.Catalog;
using TypedLlm.Tool.Probes;

namespace TypedLlm.Tool.Verification;

/// <summary>What can be tried, and where, in the words of catalog and lock.</summary>
internal static class WireWords
{
    /// <summary>The word of a feature; <c>call</c> for what is none.</summary>
    public static string Of(ProbeKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>The word of a kind of endpoint. The catalog lists them in the order of the enumeration.</summary>
    public static string Of(EndpointKind endpoint) => CatalogFields.Capabilities[(int)endpoint];

    public static string Of(ProbeVerdict verdict) => verdict switch
    {
        ProbeVerdict.Works => "works",
        ProbeVerdict.Refused => "refused",
        _ => "notLearned",
    };

    /// <summary>What a probe tries, for people: <c>call with effort high</c>, <c>batch on chat</c>.</summary>
    public static string Of(ProbeRequest request)
    {
        string?[] settings =
        [
            request.Effort is { } effort ? $"effort {effort}" : null,
            request.Temperature is { } temperature ? FormattableString.Invariant($"temperature {temperature}") : null,
            request.ServiceTier is { } tier ? $"tier {tier}" : null,
        ];
        var with = string.Join(", ", settings.Where(static setting => setting is not null));
        var where = request.Endpoint == EndpointKind.Responses ? "" : $" on {Of(request.Endpoint)}";
        return $"{Of(request.Kind)}{where}{(with.Length == 0 ? "" : " with " + with)}";
    }
}
