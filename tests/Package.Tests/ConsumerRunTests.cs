using TypedLlm.Simulator;

namespace TypedLlm.Package.Tests;

public sealed class ConsumerRunTests
{
    [Fact]
    public async Task A_consumer_builds_from_an_empty_cache_and_runs()
    {
        const string Source = """
            using TypedLlm;

            using var runtime = LlmRuntime.Create(Environment.GetEnvironmentVariable("OPENAI_API_KEY")!);
            await foreach (var text in new SupportDeskEndpoint(runtime).AnswerAsync("Where is my order?"))
            {
                Console.Write(text);
            }

            [LlmEndpoint(Primary = "5.4", Fallback = "6-luna")]
            public interface ISupportDesk
            {
                [Prompt("Answer this customer: {question}")]
                IAsyncEnumerable<string> AnswerAsync(string question, CancellationToken ct = default);
            }
            """;

        await using var simulator = await SimulatorServer.StartAsync(new SimulatorOptions(), CancellationToken.None);
        using var consumer = new ConsumerProject(Source);
        consumer.Build().ShouldSucceed();
        var run = consumer.Run(Environment(simulator));
        run.ShouldSucceed();
        Assert.Equal("gpt-5.4", Assert.Single(simulator.Log.Requests).Model);
        Assert.NotEmpty(run.Output.Trim());
    }

    // Warnings as errors, so that emitted code that a compiler finds fault with in a project of a user shows here.
    [Fact]
    public async Task A_consumer_with_a_typed_answer_builds_without_a_warning_and_reads_it()
    {
        const string Source = """
            using System.ComponentModel.DataAnnotations;
            using TypedLlm;

            using var runtime = LlmRuntime.Create(Environment.GetEnvironmentVariable("OPENAI_API_KEY")!);
            var order = await new OrderDeskEndpoint(runtime).ReadAsync("2 lamps at 19.50");
            Console.WriteLine($"{order.Id} {order.Urgency} {string.Join(", ", order.Items)}");

            [LlmEndpoint(Primary = "5.4", Fallback = "6-luna")]
            public interface IOrderDesk
            {
                [Prompt("Read this order: {text}")]
                Task<Order> ReadAsync([Untrusted] string text, CancellationToken ct = default);
            }

            public sealed partial record Order(int Id, Urgency Urgency, IReadOnlyList<OrderItem> Items, DateOnly? Day = null);

            public sealed partial record OrderItem(string Name, [Range(1, 10)] int Count);

            public enum Urgency { Low, High }
            """;
        const string Answer = """{"Id":7,"Urgency":"High","Items":[{"Name":"lamp","Count":2},{"Name":"bulb","Count":4}],"Day":null}""";

        await using var simulator = await SimulatorServer.StartAsync(new SimulatorOptions(), CancellationToken.None);
        simulator.Scripts.ForAnyModel
            .On(1, Answers.Text(Answer.Replace("\"Count\":4", "\"Count\":40", StringComparison.Ordinal)))
            .On(2, Answers.Text(Answer));
        using var consumer = new ConsumerProject(Source, properties: "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>");
        var build = consumer.Build();
        build.ShouldSucceed();
        Assert.DoesNotContain("warning", build.Output, StringComparison.Ordinal);
        var run = consumer.Run(Environment(simulator));
        run.ShouldSucceed();
        Assert.Equal("7 High OrderItem { Name = lamp, Count = 2 }, OrderItem { Name = bulb, Count = 4 }", run.Output.Trim());
        Assert.Contains("Items[1].Count", simulator.Log.Requests[1].Body, StringComparison.Ordinal);
    }

    // Each sees the other's internals, so generated helpers of equal name would collide.
    [Fact]
    public async Task Two_assemblies_with_endpoints_work_in_one_app_also_as_friends()
    {
        const string Library = """
            using System.Runtime.CompilerServices;
            using TypedLlm;

            [assembly: InternalsVisibleTo("Shop")]

            namespace Words;

            [LlmEndpoint(Primary = "6-luna", NoFallback = "cheap enough to fail")]
            internal interface ITranslator
            {
                [Prompt("Translate: {text}")]
                Task<string> TranslateAsync(string text, CancellationToken ct = default);
            }
            """;
        const string App = """
            using Microsoft.Extensions.Configuration;
            using Microsoft.Extensions.DependencyInjection;
            using TypedLlm;

            var services = new ServiceCollection();
            services.AddTypedLlm(new ConfigurationBuilder().Build()).AddShopEndpoints().AddWordsEndpoints();
            await using var provider = services.BuildServiceProvider();
            Console.WriteLine(await provider.GetRequiredService<ISupportDesk>().AnswerAsync("Where is my order?"));
            Console.WriteLine(await provider.GetRequiredService<Words.ITranslator>().TranslateAsync("bread"));

            [LlmEndpoint(Primary = "5.4", Fallback = "6-luna")]
            internal interface ISupportDesk
            {
                [Prompt("Answer this customer: {question}")]
                Task<string> AnswerAsync(string question, CancellationToken ct = default);
            }
            """;

        await using var simulator = await SimulatorServer.StartAsync(new SimulatorOptions(), CancellationToken.None);
        using var consumer = new ConsumerProject(App, items: """
            <PackageReference Include="Microsoft.Extensions.DependencyInjection" Version="10.0.14" />
            <PackageReference Include="Microsoft.Extensions.Configuration" Version="10.0.14" />
            <ProjectReference Include="../Words/Words.csproj" />
            """);
        consumer.AddProject("Words", Library, output: "Library");
        consumer.Build().ShouldSucceed();
        consumer.Run(Environment(simulator)).ShouldSucceed();
        Assert.Equal(["gpt-5.4", "gpt-6-luna"], simulator.Log.Requests.Select(request => request.Model));
    }

    private static Dictionary<string, string> Environment(SimulatorServer simulator) => new()
    {
        ["OPENAI_API_KEY"] = "sk-test",
        ["OPENAI_BASE_URL"] = simulator.BaseUrl.ToString(),
    };
}
