using System.Text.Json;
using TypedLlm.Simulator;
using TypedLlm.Tool.Tests.Support;

namespace TypedLlm.Tool.Tests.Rendering;

/// <summary>What is rendered is what the generated client sends, byte for byte.</summary>
public sealed class RenderedRequestTests
{
    /// <summary>What a connection adds, and the header that holds the key.</summary>
    private static readonly HashSet<string> OfTheConnection = new(StringComparer.OrdinalIgnoreCase) { "Authorization", "Host", "Content-Length", "Transfer-Encoding" };

    [Theory]
    [InlineData("TextAsync")]
    [InlineData("ValueTextAsync")]
    [InlineData("ResultAsync")]
    [InlineData("StreamAsync")]
    [InlineData("EventsAsync")]
    [InlineData("SettingsAsync")]
    [InlineData("UntrustedAsync")]
    [InlineData("FilesAsync")]
    [InlineData("NamedChainAsync")]
    [InlineData("WithoutInstructionsAsync")]
    public async Task A_rendered_request_is_the_one_that_is_sent(string method)
    {
        await using var target = await RenderTarget.StartAsync();

        var rendered = await target.RenderAsync($"Shop.IDesk.{method}");
        var sent = Assert.Single(await target.CallAsync(method));

        AssertSame(sent, rendered, target);
    }

    [Theory]
    [InlineData("TypedAsync", """{"value":"Good"}""", "\"text\":{\"format\":{\"type\":\"json_schema\",\"name\":\"Mood\",\"schema\":{\"type\":\"object\",\"properties\":{\"value\":")]
    [InlineData("ElementsAsync", """{"items":["Good"]}""", "\"text\":{\"format\":{\"type\":\"json_schema\",\"name\":\"Mood\",\"schema\":{\"type\":\"object\",\"properties\":{\"items\":")]
    [InlineData("JsonModeAsync", """{"value":"Good"}""", "\"text\":{\"format\":{\"type\":\"json_object\"}}")]
    public async Task A_typed_answer_is_asked_for_as_the_client_does(string method, string answer, string format)
    {
        await using var target = await RenderTarget.StartAsync();
        target.Simulator.Scripts.ForAnyModel.Always(Answers.Deltas(answer));

        var rendered = await target.RenderAsync($"Shop.IDesk.{method}");
        var sent = Assert.Single(await target.CallAsync(method));

        AssertSame(sent, rendered, target);
        Assert.Contains(format, rendered.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_request_of_a_fallback_is_the_one_that_it_gets()
    {
        await using var target = await RenderTarget.StartAsync();
        target.Simulator.Scripts.For("gpt-5.4").Always(Faults.ModelNotFound("gpt-5.4"));

        var rendered = await target.RenderAsync("Shop.IDesk.TextAsync", "--model", "gpt-5.6-sol");
        var sent = await target.CallAsync("TextAsync");

        Assert.Equal("gpt-5.6-sol", sent[^1].Model);
        AssertSame(sent[^1], rendered, target);
    }

    [Fact]
    public async Task A_chain_of_the_settings_and_the_ids_of_organization_and_project_count()
    {
        await using var target = await RenderTarget.StartAsync();
        target.WriteSettings("""
            {
              "TypedLlm": {
                "Providers": { "openai": { "Organization": "org-shop", "Project": "proj_front" } },
                "Endpoints": { "Shop.IDesk.TextAsync": { "Chain": [ "5.6-sol", "gpt-5.4" ] } }
              }
            }
            """);

        var rendered = await target.RenderAsync("Shop.IDesk.TextAsync", "--settings", target.Folder);
        var sent = await target.CallAsync("TextAsync", options =>
        {
            (options.Providers["openai"].Organization, options.Providers["openai"].Project) = ("org-shop", "proj_front");
            options.Endpoints["Shop.IDesk.TextAsync"] = new EndpointOptions { Chain = { "5.6-sol", "gpt-5.4" } };
        });

        Assert.Equal("gpt-5.6-sol", Assert.Single(sent).Model);
        Assert.Contains("OpenAI-Organization: org-shop\n", rendered.Out, StringComparison.OrdinalIgnoreCase);
        AssertSame(sent[0], rendered, target);
    }

    [Fact]
    public async Task A_model_with_a_deployment_is_asked_by_the_name_of_that()
    {
        await using var target = await RenderTarget.StartAsync();
        target.WriteSettings("""{ "TypedLlm": { "Providers": { "openai": { "Deployments": { "gpt-5.4": "support-chat" } } } } }""");

        var rendered = await target.RenderAsync("Shop.IDesk.TextAsync", "--settings", target.Folder, "--model", "gpt-5.4");
        var sent = await target.CallAsync("TextAsync", options => options.Providers["openai"].Deployments["gpt-5.4"] = "support-chat");

        // The simulator has no such deployment, so that the fallback answers the call.
        Assert.Equal(["support-chat", "gpt-5.6-sol"], sent.Select(request => request.Model));
        AssertSame(sent[0], rendered, target);
    }

    [Fact]
    public async Task A_model_that_may_not_be_asked_is_passed_over_and_that_is_said()
    {
        await using var target = await RenderTarget.StartAsync();
        target.WriteSettings("""{ "TypedLlm": { "Deny": [ "gpt-5.4" ] } }""");

        var rendered = await target.RenderAsync("Shop.IDesk.TextAsync", "--settings", target.Folder);
        var sent = await target.CallAsync("TextAsync", options => options.Deny.Add("gpt-5.4"));

        AssertSame(Assert.Single(sent), rendered, target);
        Assert.Contains("passes over 'gpt-5.4': not allowed", rendered.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_JSON_form_holds_the_body_as_it_is()
    {
        await using var target = await RenderTarget.StartAsync();

        var rendered = await target.RenderAsync("Shop.IDesk.SettingsAsync", "--format", "json");
        var sent = Assert.Single(await target.CallAsync("SettingsAsync"));

        using var json = JsonDocument.Parse(rendered.Out);
        Assert.Equal("POST", json.RootElement.GetProperty("method").GetString());
        Assert.Equal($"{target.Simulator.BaseUrl.ToString().TrimEnd('/')}/responses", json.RootElement.GetProperty("url").GetString());
        Assert.Equal(sent.Headers["User-Agent"], json.RootElement.GetProperty("headers").GetProperty("User-Agent").GetString());
        Assert.Equal(sent.Body, json.RootElement.GetProperty("body").GetRawText());
    }

    private static void AssertSame(LoggedRequest sent, ToolRun rendered, RenderTarget target)
    {
        Assert.Equal(0, rendered.Code);
        var parts = rendered.Out.Split("\n\n", 2);
        var lines = parts[0].Split('\n');
        Assert.Equal($"{sent.Method} {new Uri(target.Simulator.BaseUrl, sent.Path).AbsoluteUri}", lines[0]);
        Assert.Equal(
            sent.Headers.Where(header => !OfTheConnection.Contains(header.Key)).Select(header => $"{header.Key}: {header.Value}").Order(StringComparer.OrdinalIgnoreCase),
            lines[1..].Order(StringComparer.OrdinalIgnoreCase));
        Assert.Equal(sent.Body + "\n", parts[1]);
        Assert.DoesNotContain("sk-", rendered.Out + rendered.Error, StringComparison.Ordinal);
    }
}
