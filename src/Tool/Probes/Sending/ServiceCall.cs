namespace TypedLlm.Tool.Probes;

/// <summary>One request of a probe.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">Appended to the base address.</param>
/// <param name="Content">Makes the body, anew for each time it is sent; null for none.</param>
internal sealed record ServiceCall(HttpMethod Method, string Path, Func<HttpContent>? Content = null)
{
    /// <summary>Whether an answer costs tokens, so that sending it again may cost them twice.</summary>
    public bool IsBilled { get; init; }
}
