namespace TypedLlm.Runtime.Tests.Options;

public sealed class ProviderSettingsTests
{
    private static readonly Dictionary<string, string> Variables = new()
    {
        ["OPENAI_API_KEY"] = "sk-environment",
        ["OPENAI_BASE_URL"] = "http://environment.test/v1",
    };

    [Fact]
    public void Environment_alone_makes_the_default_provider()
    {
        var provider = Assert.Single(ProviderSettings.Of(new TypedLlmOptions(), Variables.GetValueOrDefault));

        Assert.Equal(("openai", "sk-environment", "http://environment.test/v1"), (provider.Name, provider.ApiKey, provider.BaseUrl));
    }

    [Fact]
    public void Settings_win_over_the_environment_one_by_one()
    {
        var options = new TypedLlmOptions();
        options.Providers["OpenAI"] = new ProviderOptions { ApiKey = "sk-setting", Organization = "org-1", Project = "proj_1" };
        var provider = Assert.Single(ProviderSettings.Of(options, Variables.GetValueOrDefault));

        Assert.Equal(("sk-setting", "http://environment.test/v1"), (provider.ApiKey, provider.BaseUrl));
        Assert.Equal(("org-1", "proj_1"), (provider.Organization, provider.Project));
    }

    [Fact]
    public void Environment_is_for_the_default_provider_only()
    {
        var options = new TypedLlmOptions();
        options.Providers["acme"] = new ProviderOptions();
        var acme = ProviderSettings.Of(options, Variables.GetValueOrDefault).Single(provider => provider.Name == "acme");

        Assert.Equal((null, null), (acme.ApiKey, acme.BaseUrl));
    }

    [Fact]
    public void Without_anything_the_address_is_that_of_the_service() =>
        Assert.Equal("https://api.openai.com/v1", ProviderSettings.Of(new TypedLlmOptions(), static _ => null).Single().BaseUrl);

    [Fact]
    public void Other_provider_alone_needs_no_default_one()
    {
        var options = new TypedLlmOptions();
        options.Providers["acme"] = new ProviderOptions();

        Assert.Equal(["acme"], ProviderSettings.Of(options, static _ => null).Select(provider => provider.Name));
    }
}
