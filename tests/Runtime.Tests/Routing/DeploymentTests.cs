using TypedLlm.Runtime.Tests.Fakes;

namespace TypedLlm.Runtime.Tests.Routing;

/// <summary>Services that go by deployments are asked by their names, and users read the ids that they wrote.</summary>
public sealed class DeploymentTests
{
    [Fact]
    public async Task A_request_carries_the_name_of_the_deployment_and_the_result_the_id_of_the_model()
    {
        using var runtime = new TestRuntime(request => Replies.Text(request, "hello"), options => options.Providers["openai"].Deployments[TestRuntime.Primary] = "support-chat");

        var result = await runtime.AskAsync();

        Assert.Equal(["support-chat"], runtime.Service.Models);
        Assert.Equal(TestRuntime.Primary, Assert.Single(result.Attempts).Model);
    }

    [Fact]
    public async Task A_model_without_a_deployment_is_asked_by_its_id()
    {
        using var runtime = new TestRuntime(
            request => request.Model == "support-chat" ? Replies.CutAfter(request, "hel") : Replies.Text(request, "hello"),
            options => options.Providers["openai"].Deployments[TestRuntime.Primary] = "support-chat");

        var result = await runtime.AskAsync();

        Assert.Equal(["support-chat", TestRuntime.Fallback], runtime.Service.Models);
        Assert.Equal([TestRuntime.Primary, TestRuntime.Fallback], result.Attempts.Select(attempt => attempt.Model));
    }
}
