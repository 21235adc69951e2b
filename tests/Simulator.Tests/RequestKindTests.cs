using System.Net;
using System.Text;

namespace TypedLlm.Simulator.Tests;

public sealed class RequestKindTests : SimulatorTest
{
    [Theory]
    [InlineData("responses", """{"model":"gpt-4.1-mini","input":"x","tool_choice":5}""", "tool_choice", "invalid_type")]
    [InlineData("responses", """{"model":"gpt-4.1-mini","input":"x","tool_choice":"any"}""", "tool_choice", "invalid_value")]
    [InlineData("responses", """{"model":"gpt-4.1-mini","input":"x","tool_choice":"required"}""", "tool_choice", "invalid_value")]
    [InlineData("responses", """{"model":"gpt-4.1-mini","input":"x","tool_choice":{"type":"function","name":"f"}}""", "tool_choice.name", "invalid_value")]
    [InlineData("chat/completions", """{"model":"gpt-4.1-mini","messages":[{"role":"user","content":"x"}],"tool_choice":5}""", "tool_choice", "invalid_type")]
    [InlineData("chat/completions", """{"model":"gpt-4.1-mini","messages":[{"role":"user","content":"x"}],"modalities":[5]}""", "modalities[0]", "invalid_type")]
    [InlineData("chat/completions", """{"model":"gpt-4.1-mini","messages":[{"role":"user","content":"x"}],"modalities":["audio"]}""", "modalities", "not_simulated")]
    [InlineData("chat/completions", """{"model":"gpt-4.1-mini","messages":[{"role":"user","content":"x"}],"response_format":{"type":5,"json_schema":{}}}""", "response_format.type", "invalid_type")]
    public async Task A_value_of_a_wrong_kind_is_named(string path, string body, string param, string code)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await Http.PostAsync(new Uri(path, UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var error = await ErrorAsync(response);
        Assert.Equal(param, error.GetProperty("param").GetString());
        Assert.Equal(code, error.GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("none", "none")]
    [InlineData("auto", "auto")]
    [InlineData(null, "auto")]
    public async Task Whether_functions_may_be_called_is_echoed(string? asked, string echoed)
    {
        var response = await AskAsync(new { model = Plain, input = "x", tool_choice = asked });

        Assert.Equal(echoed, response.GetProperty("tool_choice").GetString());
    }

    [Theory]
    [InlineData("GET", "responses/resp_1/input_items")]
    [InlineData("POST", "responses/input_tokens")]
    [InlineData("POST", "responses/compact")]
    [InlineData("POST", "embeddings")]
    [InlineData("GET", "chat/completions")]
    [InlineData("GET", "chat/completions/chatcmpl-1")]
    [InlineData("DELETE", "models/ft:gpt-4.1-mini:acme::x")]
    public async Task A_call_that_is_not_served_says_so(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        using var response = await Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("not_simulated", (await ErrorAsync(response)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_call_that_the_service_lacks_stays_unknown()
    {
        using var unknown = await PostToAsync("nothing");
        using var wrongMethod = await PostToAsync("responses/resp_1");

        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, wrongMethod.StatusCode);
    }
}
