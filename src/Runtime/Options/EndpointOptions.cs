namespace TypedLlm;

/// <summary>Settings of one endpoint, or of one of its methods.</summary>
public sealed class EndpointOptions
{
    /// <summary>The models that are asked instead of those of the attributes, the primary first: ids or short names of the catalog.</summary>
    public IList<string> Chain { get; } = [];
}
