using Guides;
using TypedLlm.Simulator;

namespace TypedLlm.FaultTests.Samples;

/// <summary>How an application tests what it makes of answers. The guide of the simulator shows parts of it.</summary>
public sealed class ScriptedAnswerTests
{
    // <typed>
    [Fact]
    public async Task A_mail_becomes_an_inquiry()
    {
        await using var simulator = await SimulatorServer.StartAsync();
        await using var runtime = RuntimeOf(simulator);
        simulator.Scripts.ForAnyModel.On(1, Answers.Text("""
            {
              "Summary": "Two lamps came broken.",
              "Urgency": "High",
              "Promised": null,
              "Articles": [{ "article_number": "LA4711", "count": 2, "defects": ["no glass"] }]
            }
            """));

        var inquiry = await new MailRoomEndpoint(runtime).OpenAsync("Both lamps came without glass!");

        Assert.Equal(Urgency.High, inquiry.Urgency);
        Assert.Equal("LA4711", Assert.Single(inquiry.Articles).ArticleNumber);
    }
    // </typed>

    // <runtime>
    private static LlmRuntime RuntimeOf(SimulatorServer simulator)
    {
        var options = new TypedLlmOptions();
        options.Providers["openai"] = new ProviderOptions { BaseUrl = simulator.BaseUrl.ToString(), ApiKey = "sk-test" };
        return LlmRuntime.Create(options);
    }
    // </runtime>

    // <elements>
    [Fact]
    public async Task Articles_come_one_by_one()
    {
        await using var simulator = await SimulatorServer.StartAsync();
        await using var runtime = RuntimeOf(simulator);
        simulator.Scripts.ForAnyModel.On(1, Answers.Deltas(
            """{"items":[{"article_number":"LA4711","count":2,"defects":[]},""",
            """{"article_number":"SO0815","count":1,"defects":["torn"]}]}"""));

        var found = new List<string>();
        await foreach (var article in new MailRoomEndpoint(runtime).FindArticlesAsync("two lamps and a torn sofa"))
        {
            found.Add(article.ArticleNumber);
        }

        Assert.Equal(["LA4711", "SO0815"], found);
    }
    // </elements>

    // <repaired>
    [Fact]
    public async Task A_quote_that_does_not_add_up_is_repaired()
    {
        await using var simulator = await SimulatorServer.StartAsync();
        await using var runtime = RuntimeOf(simulator);
        simulator.Scripts.ForAnyModel
            .On(1, Answers.Text("""{"Net":100,"Tax":19,"Total":120,"ValidUntil":"2026-12-31"}"""))
            .On(2, Answers.Text("""{"Net":100,"Tax":19,"Total":119,"ValidUntil":"2026-12-31"}"""));

        var result = await new MailRoomEndpoint(runtime).QuoteAsync("100 net, 19 tax.");

        Assert.Equal(119, result.Value.Total);
        Assert.Equal([LlmFailureKind.InvalidAnswer, null], result.Attempts.Select(attempt => attempt.Failure));
        Assert.Contains("$.Total", simulator.Log.Requests[1].Body, StringComparison.Ordinal); // what the model was told
    }
    // </repaired>

    // <refused>
    [Fact]
    public async Task A_refusal_is_an_exception()
    {
        await using var simulator = await SimulatorServer.StartAsync();
        await using var runtime = RuntimeOf(simulator);
        simulator.Scripts.ForAnyModel.Always(Answers.Refusal("I cannot help with that."));

        var exception = await Assert.ThrowsAsync<LlmException>(() => new MailRoomEndpoint(runtime).OpenAsync("…"));

        Assert.Equal(LlmFailureKind.Refusal, exception.Kind);
        Assert.Equal("I cannot help with that.", exception.GetPartialText());
        Assert.Single(exception.Attempts); // no other model is asked
    }
    // </refused>

    [Fact]
    public async Task What_is_no_object_stands_in_one()
    {
        await using var simulator = await SimulatorServer.StartAsync();
        await using var runtime = RuntimeOf(simulator);
        simulator.Scripts.ForAnyModel
            .On(1, Answers.Text("""{"value":7}"""))
            .On(2, Answers.Text("""{"value":{"refund":{"Amount":12.5}}}"""));
        var room = new MailRoomEndpoint(runtime);

        Assert.Equal(7, await room.RateAngerAsync("Both lamps came without glass!"));
        Assert.Equal(new Refund(12.5m), await room.OfferAsync("Both lamps came without glass!"));
    }

    [Fact]
    public async Task An_answer_that_nobody_scripted_keeps_the_schema_and_may_fail_a_check_that_is_not_in_it()
    {
        await using var simulator = await SimulatorServer.StartAsync();
        await using var runtime = RuntimeOf(simulator);
        var room = new MailRoomEndpoint(runtime);

        Assert.All((await room.OpenAsync("Both lamps came without glass!")).Articles, article => Assert.InRange(article.Count, 1, 500));
        var exception = await Assert.ThrowsAsync<LlmException>(() => room.QuoteAsync("100 net, 19 tax."));

        Assert.Equal("$.Total", Assert.IsType<AnswerException>(exception.InnerException).Path);
    }
}
