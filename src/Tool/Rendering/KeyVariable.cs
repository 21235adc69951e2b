namespace TypedLlm.Tool.Rendering;

/// <summary>
/// The environment variable that a shell takes the key of a provider from. Each provider has its own, so that none is sent the key of another.
/// </summary>
internal static class KeyVariable
{
    /// <summary><c>OPENAI_API_KEY</c>, or such as <c>MY_PROXY_API_KEY</c> for the provider <c>my-proxy</c>.</summary>
    public static string Of(string provider)
    {
        if (string.Equals(provider, ProviderSettings.Default, StringComparison.OrdinalIgnoreCase))
        {
            return ProviderSettings.ApiKeyVariable;
        }

        // Names of variables have only these characters, and no digit in front.
        var word = string.Concat(provider.Select(static character => char.IsAsciiLetterOrDigit(character) ? char.ToUpperInvariant(character) : '_'));
        return $"{(word is [>= '0' and <= '9', ..] ? "_" : "")}{word}_API_KEY";
    }
}
