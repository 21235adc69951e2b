using System.Net;
using TypedLlm.TestKit;

namespace TypedLlm.Simulator.Tests;

public sealed class ScriptFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public async Task A_list_of_scripts_holds_from_the_first_request_on()
    {
        await using var simulator = await SimulatorServer.StartAsync(Load("""
            [
              { "model": "gpt-4.1-mini", "request": 1, "fault": "rate_limited" },
              { "call": "GET /v1/models/{id}", "reply": { "http": { "status": 418, "body": "tea" } } },
              { "reply": { "answer": { "text": "scripted" } } }
            ]
            """));
        using var http = Client(simulator);

        using var first = await http.PostAsync(new Uri("responses", UriKind.Relative), Body());
        using var second = await http.PostAsync(new Uri("responses", UriKind.Relative), Body());
        using var model = await http.GetAsync(new Uri("models/gpt-5.4", UriKind.Relative));

        Assert.Equal(HttpStatusCode.TooManyRequests, first.StatusCode);
        Assert.Contains("\"scripted\"", await second.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode)418, model.StatusCode);
    }

    [Fact]
    public void An_object_sets_options_and_account()
    {
        var options = Load("""
            {
              "seed": 7,
              "additional_models": ["ft:gpt-4.1-mini:shop"],
              "shutdown_dates": "absent",
              "extra_keys": true,
              "initial_delay": "00:00:01",
              "event_delay": "00:00:00.050",
              "background_queue_time": "00:00:02",
              "background_run_time": "00:01:00",
              "batch_validation_time": "00:00:03",
              "batch_run_time": "00:00:04",
              "batch_finalizing_time": "00:00:05",
              "batch_cancelling_time": "00:00:06",
              "batch_queue_tokens": 90000,
              "models_without_chat_batch": ["gpt-4o"],
              "account": {
                "missing_models": ["gpt-5.4"],
                "without_streaming": ["gpt-5.5"],
                "without_background": ["*"],
                "without_batch": ["gpt-5.4-mini"],
                "without_pdf": ["gpt-4o"],
                "without_images": ["gpt-4o"],
                "without_structured": ["gpt-4o"],
                "missing_calls": ["* /v1/batches/{**rest}"],
                "forbidden_calls": ["POST /v1/files"],
                "model_list": "ids_only",
                "rate_limits": { "requests_per_minute": 3, "tokens_per_minute": 40000, "project_tokens_per_minute": 5000 }
              },
              "scripts": []
            }
            """);

        Assert.Equal(7, options.Seed);
        Assert.Equal(["ft:gpt-4.1-mini:shop"], options.AdditionalModels);
        Assert.Equal(ShutdownDateShape.Absent, options.ShutdownDates);
        Assert.True(options.ExtraKeys);
        Assert.Equal(TimeSpan.FromSeconds(1), options.InitialDelay);
        Assert.Equal(TimeSpan.FromMilliseconds(50), options.EventDelay);
        Assert.Equal(TimeSpan.FromSeconds(2), options.BackgroundQueueTime);
        Assert.Equal(TimeSpan.FromMinutes(1), options.BackgroundRunTime);
        Assert.Equal(TimeSpan.FromSeconds(3), options.BatchValidationTime);
        Assert.Equal(TimeSpan.FromSeconds(4), options.BatchRunTime);
        Assert.Equal(TimeSpan.FromSeconds(5), options.BatchFinalizingTime);
        Assert.Equal(TimeSpan.FromSeconds(6), options.BatchCancellingTime);
        Assert.Equal(90_000, options.BatchQueueTokens);
        Assert.Equal(["gpt-4o"], options.ModelsWithoutChatBatch);
        Assert.Equal(["gpt-5.4"], options.Account.MissingModels);
        Assert.Equal(["gpt-5.5"], options.Account.WithoutStreaming);
        Assert.Equal(["*"], options.Account.WithoutBackground);
        Assert.Equal(["gpt-5.4-mini"], options.Account.WithoutBatch);
        Assert.Equal(["gpt-4o"], options.Account.WithoutPdf);
        Assert.Equal(["gpt-4o"], options.Account.WithoutImages);
        Assert.Equal(["gpt-4o"], options.Account.WithoutStructured);
        Assert.Equal(["* /v1/batches/{**rest}"], options.Account.MissingCalls);
        Assert.Equal(["POST /v1/files"], options.Account.ForbiddenCalls);
        Assert.Equal(ModelListShape.IdsOnly, options.Account.ModelList);
        Assert.Equal(new SimulatedRateLimits { RequestsPerMinute = 3, TokensPerMinute = 40_000, ProjectTokensPerMinute = 5_000 }, options.Account.RateLimits);
    }

    [Fact]
    public void What_a_file_leaves_out_stays_as_it_is()
    {
        var (options, defaults) = (Load("{}"), new SimulatorOptions());

        Assert.Equal(defaults.Seed, options.Seed);
        Assert.Equal(defaults.ShutdownDates, options.ShutdownDates);
        Assert.Equal(defaults.Account.RateLimits, options.Account.RateLimits);
    }

    [Theory]
    [InlineData("[\n  {\"fault\": \"silence\"},\n  {\"fault\": \"no_such\"}\n]", 3, 3, "There is no fault 'no_such', only rate_limited")]
    [InlineData("[\n  {\"model\": \"a\", \"call\": \"GET /\", \"fault\": \"silence\"}]", 2, 3, "Give either 'model' or 'call'.")]
    [InlineData("[\n  {\"call\": \"models\", \"fault\": \"silence\"}]", 2, 3, "'models' is no call.")]
    [InlineData("[\n  {\"model\": \"a\"}]", 2, 3, "Give either 'fault' or 'reply'.")]
    [InlineData("[{\"fault\": \"silence\",\n  \"requst\": 1}]", 2, 11, "There is no 'requst' here, only model, call, request, fault, reply.")]
    [InlineData("[{\"fault\": \"silence\",\n  \"request\": \"one\"}]", 2, 18, "The value of $[0].request is not of the kind that belongs here.")]
    [InlineData("[{\"model\": \"größe\", \"request\": \"one\"}]", 1, 36, "The value of $[0].request is not of the kind that belongs here.")]
    [InlineData("{\n  \"seed\": \"x\"\n}", 2, 13, "The value of $.seed is not of the kind that belongs here.")]
    [InlineData("{\n  \"scripts\": [{\"request\": \"one\"}]\n}", 2, 31, "The value of $.scripts[0].request is not")]
    [InlineData("{\n  \"account\": {\n    \"model_list\": \"htm\" }\n}", 3, 23, "The value of $.account.model_list is not of the kind that belongs here: write one of full, ids_only, empty, html.")]
    [InlineData("{\n  \"shutdown_dates\": 1\n}", 2, 21, "The value of $.shutdown_dates is not of the kind that belongs here: write one of ")]
    [InlineData("{\n  \"background_queue_time\": \"5\"\n}", 2, 30, "The value of $.background_queue_time is not of the kind that belongs here: a duration is written like 00:00:30")]
    [InlineData("{\n  \"account\": {\n    \"scripts\": [] }\n}", 3, 5, "'scripts' is not of the account: write it beside 'account'.")]
    [InlineData("{\n  \"without_batch\": [\"*\"]\n}", 2, 3, "'without_batch' is of the account: write it into 'account'.")]
    [InlineData("{\n  \"script\": []\n}", 2, 3, "There is no 'script', only scripts, account, seed")]
    [InlineData("{\n  \"scripts\": {}\n}", 2, 14, "A list of scripts is expected.")]
    [InlineData("{\n  \"seed\": 1,\n  \"seed\": 2\n}", 3, 3, "'seed' stands twice")]
    [InlineData("{\n  \"account\": { \"missing_calls\": [\"models\"] }\n}", 2, 14, "'models' is no call.")]
    [InlineData("{\n  \"account\": null\n}", 2, 14, "null says nothing")]
    [InlineData("\"scripts\"", 1, 1, "A list of scripts is expected, or an object")]
    [InlineData("[\n  {\"fault\": \"silence\"},\n]", 3, 1, "A JSON value is expected here.")]
    [InlineData("", 1, 1, "The file ends where a JSON value is expected.")]
    public void A_wrong_file_is_refused_with_file_line_and_reason(string content, int line, int column, string reason)
    {
        var wrong = Assert.Throws<InvalidDataException>(() => Load(content));

        Assert.StartsWith($"{_path}({line},{column}): ", wrong.Message, StringComparison.Ordinal);
        Assert.Contains(reason, wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_of_the_guide_does_what_the_guide_says()
    {
        var options = SimulatorOptions.Load(Path.Combine(RepositoryFiles.Root, "samples/Guides/faults.json"));
        await using var simulator = await SimulatorServer.StartAsync(options);
        using var http = Client(simulator);

        using var models = await http.GetAsync(new Uri("models", UriKind.Relative));
        using var answer = await http.PostAsync(
            new Uri("responses", UriKind.Relative), new StringContent("""{"model":"gpt-6-luna","input":"bread"}""", System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.NotFound, models.StatusCode);
        Assert.Contains("\"pain\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("500", Assert.Single(answer.Headers.GetValues("x-ratelimit-limit-requests")));
    }

    [Fact]
    public void Names_that_no_model_has_are_told_with_what_was_meant()
    {
        var options = Load("""
            {
              "additional_models": ["ft:gpt-4.1-mini:shop"],
              "account": { "missing_models": ["gpt-5.4-mni", "ft:gpt-4.1-mini:shop", "*"], "without_batch": ["5.4", "gpt-5.4-2026-03-05"], "without_pdf": ["something-else"] },
              "scripts": [{ "model": "gpt-6-lunar", "fault": "silence" }, { "fault": "silence" }]
            }
            """);

        Assert.Collection(
            options.FindUnknownModels(),
            static first => Assert.StartsWith("account.missing_models names 'gpt-5.4-mni', which is no model here and so does nothing; did you mean 'gpt-5.4-mini'?", first, StringComparison.Ordinal),
            static other => Assert.StartsWith("account.without_pdf names 'something-else', which is no model here and so does nothing; if it is one of your own", other, StringComparison.Ordinal),
            static shortName => Assert.Contains("'5.4', which is no model here and so does nothing; did you mean 'gpt-5.4'?", shortName, StringComparison.Ordinal),
            static script => Assert.StartsWith("a script names 'gpt-6-lunar', which is no model here and so does nothing; did you mean 'gpt-6-luna'?", script, StringComparison.Ordinal));
        Assert.Empty(new SimulatorOptions().FindUnknownModels());
    }

    [Fact]
    public void An_account_checks_its_calls()
    {
        Assert.Throws<ArgumentException>(() => new SimulatedAccount { MissingCalls = ["models"] });
        Assert.Throws<ArgumentException>(() => new SimulatedAccount { ForbiddenCalls = ["GET models"] });
    }

    private SimulatorOptions Load(string content)
    {
        File.WriteAllText(_path, content);
        return SimulatorOptions.Load(_path);
    }

    private static HttpClient Client(SimulatorServer simulator)
    {
        var http = new HttpClient { BaseAddress = new Uri($"{simulator.BaseUrl}/") };
        http.DefaultRequestHeaders.Authorization = new("Bearer", "any");
        return http;
    }

    private static StringContent Body() => new("""{"model":"gpt-4.1-mini","input":"x"}""", System.Text.Encoding.UTF8, "application/json");
}
