using TypedLlm.Tool.Verification;

namespace TypedLlm.Tool.Tests.Verification;

public sealed class AzureTests
{
    [Theory]
    [InlineData("https://shop.openai.azure.com/openai/v1", true)]
    [InlineData("https://shop.services.ai.azure.com/openai/v1", true)]
    [InlineData("https://shop.cognitiveservices.azure.com/openai/v1", true)]
    [InlineData("https://openai.azure.com.example/v1", false)]
    [InlineData("https://api.openai.com/v1", false)]
    public void Hosts_of_azure_are_told_by_their_names(string url, bool isAzure) =>
        Assert.Equal(isAzure, AzureHosts.Contains(new ProviderSettings("openai") { BaseUrl = url }));
}
