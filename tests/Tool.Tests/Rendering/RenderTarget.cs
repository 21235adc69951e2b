using System.Reflection;
using System.Runtime.Loader;
using TypedLlm.Simulator;
using TypedLlm.TestKit;
using TypedLlm.Tool.Tests.Support;

namespace TypedLlm.Tool.Tests.Rendering;

/// <summary>Endpoints of every kind in a built assembly, what <c>render</c> says of them, and what their generated client sends.</summary>
internal sealed class RenderTarget : IAsyncDisposable
{
    // Each value is what stands for it in a rendered request.
    private const string Source = """"
        namespace Shop;

        public sealed record Order(string Id, Note Note);

        public sealed record Note(string Text);

        public enum Mood { Good, Bad }

        public sealed class Total : IFormattable
        {
            public string ToString(string? format, IFormatProvider? provider) => format is null ? "{total}" : "{total:" + format + "}";
        }

        [LlmEndpoint(Primary = "gpt-5.4", Fallback = "gpt-5.6-sol")]
        [SystemPrompt("You answer for {company}. \"Be\" brief \\ kind.\n\t\u0001\u007f\u2028 世界 😀 {{json}}")]
        public interface IDesk
        {
            [Prompt("Answer this customer: {question}")] Task<string> TextAsync(string company, string question);
            [Prompt("{question}")] ValueTask<string> ValueTextAsync(string company, string question);
            [Prompt("{question}")] Task<LlmResult<string>> ResultAsync(string company, string question, LlmCallOptions? options = null);
            [Prompt("{question}")] IAsyncEnumerable<string> StreamAsync(string company, string question);
            [Prompt("{question}")] IAsyncEnumerable<LlmEvent<string>> EventsAsync(string company, string question);

            [LlmEndpoint(Stream = false, Effort = Effort.None, Temperature = 0.25, MaxOutputTokens = 2_000, ServiceTier = ServiceTier.Flex, Store = true)]
            [Prompt("{total:C2} {total} {order.Id} {order.Note.Text}")] Task<string> SettingsAsync(string company, Total total, Order order);

            [Prompt("{question} {total:N0}")] Task<string> UntrustedAsync(string company, [Untrusted] string question, [Untrusted] Total total);

            [PromptFile("Prompts/report.md"), SystemPromptFile("Prompts/system.md")] Task<string> FilesAsync(string question);

            [LlmEndpoint(Chain = "support")]
            [Prompt("{question}")] Task<string> NamedChainAsync(string company, string question);

            [SystemPrompt("")]
            [Prompt("Nothing but this. {question}")] Task<string> WithoutInstructionsAsync(string question);

            [Prompt("{question}")] Task<Mood> TypedAsync(string company, string question);
            [Prompt("{question}")] IAsyncEnumerable<Mood> ElementsAsync(string company, string question);

            [LlmEndpoint(Primary = "gpt-5.4-pro", Fallback = "gpt-5.4", Stream = false)]
            [Prompt("{question}")] Task<Mood> JsonModeAsync(string company, string question);
        }

        public static class Calls
        {
            public static Task<string> TextAsync(LlmRuntime runtime) => Desk(runtime).TextAsync("{company}", "{question}");
            public static async Task<string> ValueTextAsync(LlmRuntime runtime) => await Desk(runtime).ValueTextAsync("{company}", "{question}");
            public static async Task<string> ResultAsync(LlmRuntime runtime) => (await Desk(runtime).ResultAsync("{company}", "{question}")).Value;

            public static async Task<string> StreamAsync(LlmRuntime runtime)
            {
                await foreach (var text in Desk(runtime).StreamAsync("{company}", "{question}")) { _ = text; }
                return "";
            }

            public static async Task<string> EventsAsync(LlmRuntime runtime)
            {
                await foreach (var item in Desk(runtime).EventsAsync("{company}", "{question}")) { _ = item; }
                return "";
            }

            public static Task<string> SettingsAsync(LlmRuntime runtime) => Desk(runtime).SettingsAsync("{company}", new Total(), new Order("{order.Id}", new Note("{order.Note.Text}")));
            public static Task<string> UntrustedAsync(LlmRuntime runtime) => Desk(runtime).UntrustedAsync("{company}", "{question}", new Total());
            public static Task<string> FilesAsync(LlmRuntime runtime) => Desk(runtime).FilesAsync("{question}");
            public static Task<string> NamedChainAsync(LlmRuntime runtime) => Desk(runtime).NamedChainAsync("{company}", "{question}");
            public static Task<string> WithoutInstructionsAsync(LlmRuntime runtime) => Desk(runtime).WithoutInstructionsAsync("{question}");
            public static async Task<string> TypedAsync(LlmRuntime runtime) => (await Desk(runtime).TypedAsync("{company}", "{question}")).ToString();
            public static async Task<string> JsonModeAsync(LlmRuntime runtime) => (await Desk(runtime).JsonModeAsync("{company}", "{question}")).ToString();

            public static async Task<string> ElementsAsync(LlmRuntime runtime)
            {
                await foreach (var mood in Desk(runtime).ElementsAsync("{company}", "{question}")) { _ = mood; }
                return "";
            }

            private static DeskEndpoint Desk(LlmRuntime runtime) => new(runtime);
        }
        """";

    private readonly TemporaryFolder _folder = new();
    private readonly Assembly _assembly;

    private RenderTarget(SimulatorServer simulator)
    {
        Simulator = simulator;
        Path = new ConsumerAssembly
        {
            Source = "[assembly: LlmChain(\"support\", Primary = \"gpt-5.6-sol\", Fallback = \"gpt-5.4\")]\n" + Source.Replace("namespace Shop;", "namespace Shop {", StringComparison.Ordinal) + "}",
            Files = [new TextFile("/shop/Prompts/report.md", "\ufeff# Report\r\n\r\n{question}\r\n"), new TextFile("/shop/Prompts/system.md", "Be \"exact\".\n")],
        }.Build(_folder);
        _assembly = new AssemblyLoadContext("Shop").LoadFromStream(new MemoryStream(File.ReadAllBytes(Path)));
    }

    public string Path { get; }

    public string Folder => _folder.FullPath;

    public SimulatorServer Simulator { get; }

    public static async Task<RenderTarget> StartAsync()
    {
        var simulator = await SimulatorServer.StartAsync();
        simulator.Scripts.ForAnyModel.Always(Answers.Deltas("An ", "answer."));
        return new RenderTarget(simulator);
    }

    public void WriteSettings(string json) => _folder.Write("appsettings.json", json);

    /// <summary>What <c>render</c> does with a method, against the settings that the client has.</summary>
    public Task<ToolRun> RenderAsync(string method, params string[] more) => ToolRun.Of(
        Folder, ["render", method, Path, "--base-url", Simulator.BaseUrl.ToString(), .. more], new Dictionary<string, string> { ["OPENAI_API_KEY"] = "sk-secret-of-render" });

    /// <summary>Calls a method and gives the requests that arrived.</summary>
    public async Task<IReadOnlyList<LoggedRequest>> CallAsync(string method, Action<TypedLlmOptions>? configure = null)
    {
        var options = new TypedLlmOptions();
        options.Providers["openai"] = new ProviderOptions { BaseUrl = Simulator.BaseUrl.ToString(), ApiKey = "sk-test" };
        configure?.Invoke(options);
        await using var runtime = LlmRuntime.Create(options);
        await (Task<string>)_assembly.GetType("Shop.Calls", throwOnError: true)!.GetMethod(method)!.Invoke(null, [runtime])!;
        return Simulator.Log.Requests;
    }

    public async ValueTask DisposeAsync()
    {
        await Simulator.DisposeAsync();
        _folder.Dispose();
    }
}
