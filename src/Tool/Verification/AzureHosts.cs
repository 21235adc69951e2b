namespace TypedLlm.Tool.Verification;

/// <summary>Tells the hosts of Azure, which list models that can be deployed and not those that are.</summary>
internal static class AzureHosts
{
    private static readonly string[] Suffixes = [".openai.azure.com", ".services.ai.azure.com", ".cognitiveservices.azure.com"];

    public static bool Contains(ProviderSettings provider) =>
        Uri.TryCreate(provider.BaseUrl, UriKind.Absolute, out var url)
        && Array.Exists(Suffixes, suffix => url.Host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));
}
