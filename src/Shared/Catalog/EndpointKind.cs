namespace TypedLlm.Catalog;

/// <summary>The kinds of endpoints that serve models.</summary>
internal enum EndpointKind
{
    /// <summary>The Responses API.</summary>
    Responses,

    /// <summary>The Chat Completions API.</summary>
    Chat,
}
