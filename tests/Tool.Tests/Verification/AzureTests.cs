using TypedLlm.Tool.Tests.Support;
using TypedLlm.Tool.Verification;

namespace TypedLlm.Tool.Tests.Verification;

public sealed class AzureTests
{
    [Theory]
    [InlineData("https://shop.openai.azure.com/openai/v1", true)]
    [InlineData("https://shop.openai.azure.us/openai/v1", true)]
    [InlineData("https://shop.openai.azure.cn/openai/v1", true)]
    [InlineData("https://shop.services.ai.azure.com/openai/v1", true)]
    [InlineData("https://shop.cognitiveservices.azure.com/openai/v1", true)]
    [InlineData("https://openai.azure.com.example/v1", false)]
    [InlineData("https://api.openai.com/v1", false)]
    public void Hosts_of_azure_are_told_by_their_names(string url, bool isAzure) =>
        Assert.Equal(isAzure, AzureHosts.Contains(new ProviderSettings("openai") { BaseUrl = url }));

    [Fact]
    public async Task The_list_of_azure_is_not_asked_and_proves_nothing()
    {
        await using var scene = await VerifyScene.StartAsync();
        scene.Variables["OPENAI_BASE_URL"] = "https://shop.openai.azure.com/openai/v1";

        var (code, json) = await scene.VerifyJsonAsync();

        Assert.Equal(2, code);
        Assert.Equal(["gpt-5.4 null", "gpt-5.6-sol null"], json.Environment().Access());
        Assert.All(json.Environment().NotChecked(), missing => Assert.Contains("Azure lists base models, which says nothing about deployments", missing, StringComparison.Ordinal));
        Assert.Contains("TypedLlm:Providers:openai:Deployments", json.Environment().GetProperty("notes")[0].GetString(), StringComparison.Ordinal);
        Assert.False(scene.HasLock);
    }
}
