namespace TypedLlm.Catalog;

/// <summary>What a model can do by kind of endpoint; null is a kind that the model does not offer.</summary>
internal sealed record ModelCapabilities
{
    public EndpointCapabilities? Responses { get; init; }

    public EndpointCapabilities? Chat { get; init; }

    public EndpointCapabilities? On(EndpointKind kind) => kind == EndpointKind.Responses ? Responses : Chat;
}
