using System.Collections;
using TypedLlm.Tool.Cli;
using TypedLlm.Tool.Environments;
using TypedLlm.Tool.Tests.Support;

namespace TypedLlm.Tool.Tests.Environments;

public sealed class EnvironmentReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string> _variables = new(StringComparer.OrdinalIgnoreCase);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Settings_count_in_the_order_of_the_app_and_the_command_line_last()
    {
        _folder.Write("appsettings.json", """{ "TypedLlm": { "Providers": { "openai": { "BaseUrl": "https://a.example/v1", "Project": "proj_a" } } } }""");
        _folder.Write("appsettings.Production.json", """{ "TypedLlm": { "Providers": { "openai": { "BaseUrl": "https://b.example/v1" } } } }""");
        _variables["TypedLlm__Providers__openai__Organization"] = "org-1";
        _variables["PROD_KEY"] = "sk-prod";
        _variables["OPENAI_API_KEY"] = "sk-any";

        var environments = Read(["Staging", "Production"], keys: ["Production=PROD_KEY"], urls: ["Staging=https://c.example/v1?x=1"]);

        Assert.Equal(["Staging", "Production"], environments.Select(environment => environment.Name));
        var (staging, production) = (environments[0].Provider("openai")!, environments[1].Provider("OpenAI")!);
        Assert.Equal(("https://c.example/v1?x=1", "sk-any", "org-1", "proj_a"), (staging.BaseUrl, staging.ApiKey, staging.Organization, staging.Project));
        Assert.Equal(("https://b.example/v1", "sk-prod"), (production.BaseUrl, production.ApiKey));
    }

    [Fact]
    public void Lists_and_chains_of_the_settings_are_read()
    {
        _folder.Write("appsettings.json", """{ "TypedLlm": { "Deny": ["gpt-5"], "Endpoints": { "Shop.IDesk": { "Chain": ["gpt-5.4"] } } } }""");

        var environment = Assert.Single(Read([]));

        Assert.Equal(ToolEnvironment.Default, environment.Name);
        Assert.Equal(["gpt-5"], environment.Lists.Deny!);
        Assert.Equal(["gpt-5.4"], environment.Options.Endpoints["Shop.IDesk"].Chain);
    }

    [Theory]
    [InlineData("Production=PROD_KEY", "--key names the environment variable PROD_KEY, which is not set")]
    [InlineData("Other=PROD_KEY", "--key Other=… is for an environment that is not checked; add --env Other.")]
    [InlineData("Production=", "--key Production= has no value")]
    public void A_key_that_cannot_be_had_says_why(string key, string reason)
    {
        var exception = Assert.Throws<ToolException>(() => Read(["Production"], keys: [key]));

        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sk-proj-4f9a", "sk-proj")]
    [InlineData("0123456789abcdef0123456789abcdef", "0123")]
    [InlineData("abcdefabcdefabcdefabcdefabcdefab", "abcdef")]
    [InlineData("sk-proj-4f9a=", "sk-proj")]
    [InlineData("sk-proj-4f9a=x", "sk-proj")]
    public void A_key_in_the_place_of_its_variable_is_not_repeated(string key, string part)
    {
        var exception = Assert.Throws<ToolException>(() => Read([], keys: [key]));

        Assert.DoesNotContain(part, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_variable_of_any_name_can_hold_a_key()
    {
        _variables["my-key"] = "sk-1";

        Assert.Equal("sk-1", Assert.Single(Read([], keys: ["my-key"])).Provider("openai")!.ApiKey);
    }

    [Fact]
    public void Where_nothing_is_asked_a_key_may_be_missing() =>
        Assert.Null(Assert.Single(Read([], keys: ["FORK_KEY"], asks: false)).Provider("openai")!.ApiKey);

    [Fact]
    public void Variables_that_differ_in_case_alone_are_no_error()
    {
        var variables = new Hashtable { ["OPENAI_API_KEY"] = "sk-1", ["http_proxy"] = "a" };
        if (!OperatingSystem.IsWindows())
        {
            variables["HTTP_PROXY"] = "b";
        }

        var host = new ToolHost
        {
            Out = TextWriter.Null,
            Error = TextWriter.Null,
            Directory = _folder.FullPath,
            Variables = ToolHost.VariablesOf(variables),
        };

        Assert.Equal("sk-1", Assert.Single(new EnvironmentReader(host, null, null, [], [], []).Read([])).Provider("openai")!.ApiKey);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Pre Production")]
    public void An_environment_that_a_lock_cannot_name_is_refused(string name) =>
        Assert.Contains("is no name of an environment", Assert.Throws<ToolException>(() => Read([name])).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{ "TypedLlm": { "Timers": { "Connect": "soon" } } }""", "TypedLlm:Timers:Connect")]
    [InlineData("""{ "TypedLlm": { "Alow": ["gpt-5"] } }""", "Did you mean Allow?")]
    [InlineData("{\n  \"TypedLlm\": nonsense }", "cannot be read: Failed to load configuration from file")]
    [InlineData("{\n  \"TypedLlm\": nonsense }", "Look at line 2, column 16.")]
    public void Settings_that_cannot_be_used_say_why(string settings, string reason)
    {
        _folder.Write("appsettings.json", settings);

        var exception = Assert.Throws<ToolException>(() => Read([]));

        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--base-url is given 2 times for every environment and provider 'openai'; give it once", "https://a.example", "https://b.example")]
    [InlineData("--base-url is given 2 times for environment 'Test' and provider 'azure'", "Test/azure=https://a.example", "test/Azure=https://b.example")]
    public void One_address_counts_for_a_provider(string reason, params string[] urls)
    {
        var exception = Assert.Throws<ToolException>(() => Read(["Test"], urls: urls));

        Assert.StartsWith(reason, exception.Message, StringComparison.Ordinal);
    }

    private IReadOnlyList<ToolEnvironment> Read(string[] names, string[]? keys = null, string[]? urls = null, bool asks = true)
    {
        var host = new ToolHost { Out = TextWriter.Null, Error = TextWriter.Null, Directory = _folder.FullPath, Variables = _variables };
        return new EnvironmentReader(
            host, _folder.FullPath, secretsId: null, EnvironmentValue.ParseAll("--key", keys ?? []), EnvironmentValue.ParseAll("--base-url", urls ?? []), [], asks).Read(names);
    }
}
