namespace TypedLlm.Catalog;

/// <summary>Which processing tiers a model takes beside the standard one; null is unknown.</summary>
internal sealed record TierSupport
{
    public bool? Flex { get; init; }

    public bool? Scale { get; init; }

    public bool? Priority { get; init; }

    public bool? Ultrafast { get; init; }

    /// <summary>Whether it takes a tier, named as on the wire. The standard tier and the project's own choice are always taken.</summary>
    public bool? Takes(string tier) => tier switch
    {
        "auto" or "default" => true,
        "flex" => Flex,
        "scale" => Scale,
        "priority" => Priority,
        "ultrafast" => Ultrafast,
        _ => null,
    };
}
