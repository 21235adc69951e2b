using TypedLlm.Simulator;

namespace TypedLlm.Package.Tests;

/// <summary>Prompts in files of a project that takes the package.</summary>
public sealed class PromptFileTests
{
    private const string Program = """
        using TypedLlm;

        using var runtime = LlmRuntime.Create(Environment.GetEnvironmentVariable("OPENAI_API_KEY")!);
        Console.WriteLine(await new AnalystEndpoint(runtime).ReportAsync("bread"));

        [LlmEndpoint(Primary = "5.4", Fallback = "6-luna")]
        [SystemPromptFile("Prompts/shared/system.txt")]
        public interface IAnalyst
        {
            [PromptFile("Prompts/report.md")]
            Task<string> ReportAsync(string topic, CancellationToken ct = default);
        }
        """;

    // The project includes one of the files itself, as it may have done before: the compiler gets each once, and its metadata stays. The other is
    // linked from outside.
    [Fact]
    public async Task Their_text_is_in_the_client_and_follows_edits()
    {
        await using var simulator = await SimulatorServer.StartAsync(new SimulatorOptions(), CancellationToken.None);
        using var consumer = new ConsumerProject(Program, items: """
            <AdditionalFiles Include="Prompts\report.md" Pack="false" />
            <AdditionalFiles Include="..\Shared\analyst.txt" Link="Prompts\shared\system.txt" />
            """);
        consumer.Write("Shop/Prompts/report.md", "Report on {topic}.\r\n").Write("Shared/analyst.txt", "You are an analyst.");
        var build = consumer.Build("-getItem:AdditionalFiles", "-t:Build");
        build.ShouldSucceed();
        Assert.Equal(2, build.Output.Split("\"FullPath\"").Length - 1);
        Assert.Contains("\"Pack\": \"false\"", build.Output, StringComparison.Ordinal);
        Assert.Equal("Report on bread.", await RunAsync(consumer, simulator));

        consumer.Write("Shop/Prompts/report.md", "Report briefly on {topic}.");
        consumer.Build().ShouldSucceed();
        Assert.Equal("Report briefly on bread.", await RunAsync(consumer, simulator));
        Assert.Contains("\"instructions\":\"You are an analyst.\"", simulator.Log.Requests[^1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_placeholder_is_reported_at_its_line_and_column_in_the_file()
    {
        using var consumer = Create("# Report\n\nReport on {topik}.\n");
        var build = consumer.Build();
        build.ShouldFail();
        var error = Assert.Single(build.Diagnostics("TLLM201"));
        Assert.StartsWith("report.md(3,12): error TLLM201", error, StringComparison.Ordinal);
        Assert.Contains("did you mean 'topic'?", error, StringComparison.Ordinal);

        consumer.Write("Shop/.globalconfig", "is_global = true\ndotnet_diagnostic.TLLM201.severity = warning\n");
        Assert.StartsWith("report.md(3,12): warning TLLM201", Assert.Single(consumer.Build().Diagnostics("TLLM201")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_can_choose_its_files_itself()
    {
        const string Source = """
            Console.WriteLine(typeof(AnalystEndpoint).Name);

            [TypedLlm.LlmEndpoint(Primary = "5.4", Fallback = "6-luna")]
            public interface IAnalyst
            {
                [TypedLlm.PromptFile("Templates/report.mustache")]
                Task<string> ReportAsync(string topic, CancellationToken ct = default);

                [TypedLlm.PromptFile("Prompts/report.md")]
                Task<string> OtherAsync(string topic, CancellationToken ct = default);
            }
            """;
        using var consumer = new ConsumerProject(
            Source, properties: "<TypedLlmIncludePrompts>false</TypedLlmIncludePrompts>", items: """<AdditionalFiles Include="Templates/**" />""");
        consumer.Write("Shop/Templates/report.mustache", "Report on {topic}.").Write("Shop/Prompts/report.md", "Report on {topic}.");
        var build = consumer.Build();
        build.ShouldFail();
        Assert.StartsWith("Program.cs(9,27): error TLLM206", Assert.Single(build.Diagnostics("TLLM206")), StringComparison.Ordinal);
    }

    [Fact]
    public void They_stay_out_of_output_and_publication()
    {
        using var consumer = Create("Report on {topic}.", sdk: "Microsoft.NET.Sdk.Web");
        consumer.Publish().ShouldSucceed();
        var output = Path.Combine(consumer.Folder, "Shop", "bin");
        Assert.NotEmpty(Directory.GetFiles(output, "Shop.dll", SearchOption.AllDirectories));
        Assert.Empty(Directory.GetFiles(output, "report.md", SearchOption.AllDirectories));
    }

    private static ConsumerProject Create(string report, string sdk = "Microsoft.NET.Sdk") => new ConsumerProject(Program, sdk: sdk)
        .Write("Shop/Prompts/report.md", report)
        .Write("Shop/Prompts/shared/system.txt", "You are an analyst.");

    /// <returns>The user message that arrived.</returns>
    private static async Task<string> RunAsync(ConsumerProject consumer, SimulatorServer simulator)
    {
        var run = await Task.Run(() => consumer.Run(new Dictionary<string, string>
        {
            ["OPENAI_API_KEY"] = "sk-test",
            ["OPENAI_BASE_URL"] = simulator.BaseUrl.ToString(),
        }));
        run.ShouldSucceed();
        using var body = System.Text.Json.JsonDocument.Parse(simulator.Log.Requests[^1].Body);
        return body.RootElement.GetProperty("input")[0].GetProperty("content").GetString()!;
    }
}
