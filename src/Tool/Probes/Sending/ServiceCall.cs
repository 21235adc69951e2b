namespace TypedLlm.Tool.Probes;

/// <summary>One request of a probe.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">Appended to the base address.</param>
/// <param name="Content">Makes the body, anew for each time it is sent; null for none.</param>
internal sealed record ServiceCall(HttpMethod Method, string Path, Func<HttpContent>? Content = null)
{
    /// <summary>Whether an answer costs tokens, so that sending it again may cost them twice.</summary>
    public bool IsBilled { get; init; }

    /// <summary>Whether it makes something that cannot be found again without the answer, so that it is not sent twice.</summary>
    public bool IsUnfindable { get; init; }

    /// <summary>Whether it only looks at what was made: that goes on where further probes have no use.</summary>
    public bool IsLook { get; init; }

    public static ServiceCall Look(string path) => new(HttpMethod.Get, path) { IsLook = true };
}
