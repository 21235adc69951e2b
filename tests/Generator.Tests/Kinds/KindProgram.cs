using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Microsoft.CodeAnalysis;
using TypedLlm.Simulator;
using TypedLlm.TestKit;

namespace TypedLlm.Generator.Tests.Kinds;

/// <summary>An endpoint with a method of each form for each kind of type, compiled as strictly as a user's project.</summary>
public sealed class KindProgram : IAsyncLifetime
{
    private Assembly _assembly = null!;
    private LlmRuntime _runtime = null!;

    internal SimulatorServer Service { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var library = GeneratorHarness.Compile("Library", ["#pragma warning disable CS1591\n" + AllKinds.Library]);
        using var image = new MemoryStream();
        Assert.True(library.Emit(image).Success);
        var reference = MetadataReference.CreateFromImage(image.ToArray());
        _assembly = Harness.Generator.Run(GeneratorHarness.Compile("Shop", [Sources.InShop(AllKinds.Declarations + Endpoint())], reference)).Load();
        image.Position = 0;
        AssemblyLoadContext.GetLoadContext(_assembly)!.LoadFromStream(image);

        Service = await SimulatorServer.StartAsync();
        var options = new TypedLlmOptions();
        options.Providers["openai"] = new ProviderOptions { BaseUrl = Service.BaseUrl.ToString(), ApiKey = "sk-test" };
        _runtime = LlmRuntime.Create(options);
    }

    public async Task DisposeAsync()
    {
        await _runtime.DisposeAsync();
        await Service.DisposeAsync();
    }

    /// <summary>The type of a kind.</summary>
    public Type TypeOf(int kind) => _assembly.GetType("Shop.IKinds", throwOnError: true)!.GetMethod($"Ask{kind}Async")!.ReturnType.GetGenericArguments()[0];

    /// <summary>Asks for a value.</summary>
    public Task<object?> AskAsync(int kind, string prompt) => Call($"Ask{kind}Async")(_runtime, prompt);

    /// <summary>Asks for a stream of values, and gives all of them in a list.</summary>
    public Task<object?> ListAsync(int kind, string prompt) => Call($"List{kind}Async")(_runtime, prompt);

    /// <summary>Asks for a value with what it took.</summary>
    public Task<object?> ResultAsync(int kind, string prompt) => Call($"Result{kind}Async")(_runtime, prompt);

    /// <summary>Asks for events.</summary>
    internal Task<WatchedAnswer> WatchAsync(int kind, string prompt)
    {
        var events = _assembly.GetType("Shop.Program", throwOnError: true)!.GetMethod($"Watch{kind}")!.Invoke(null, [_runtime, prompt]);
        return (Task<WatchedAnswer>)typeof(WatchedAnswer).GetMethod(nameof(WatchedAnswer.OfAsync))!.MakeGenericMethod(TypeOf(kind)).Invoke(null, [events])!;
    }

    private Func<LlmRuntime, string, Task<object?>> Call(string method) =>
        _assembly.GetType("Shop.Program", throwOnError: true)!.GetMethod(method)!.CreateDelegate<Func<LlmRuntime, string, Task<object?>>>();

    private static string Endpoint()
    {
        var methods = new StringBuilder();
        var calls = new StringBuilder();
        for (var i = 0; i < AllKinds.All.Count; i++)
        {
            var type = AllKinds.All[i].Type;
            methods.Append($$"""

                [Prompt("{text}")] Task<{{type}}> Ask{{i}}Async(string text);
                [Prompt("{text}")] IAsyncEnumerable<{{type}}> List{{i}}Async(string text);
                [Prompt("{text}")] Task<LlmResult<{{type}}>> Result{{i}}Async(string text);
                [Prompt("{text}")] IAsyncEnumerable<LlmEvent<{{type}}>> Watch{{i}}Async(string text);
                """);
            calls.Append($$"""

                public static async Task<object?> Ask{{i}}Async(LlmRuntime runtime, string text) => await new KindsEndpoint(runtime).Ask{{i}}Async(text);
                public static async Task<object?> Result{{i}}Async(LlmRuntime runtime, string text) => (await new KindsEndpoint(runtime).Result{{i}}Async(text)).Value;
                public static IAsyncEnumerable<LlmEvent<{{type}}>> Watch{{i}}(LlmRuntime runtime, string text) => new KindsEndpoint(runtime).Watch{{i}}Async(text);
                public static async Task<object?> List{{i}}Async(LlmRuntime runtime, string text)
                {
                    var all = new List<{{type}}>();
                    await foreach (var item in new KindsEndpoint(runtime).List{{i}}Async(text))
                    {
                        all.Add(item);
                    }

                    return all;
                }
                """);
        }

        return $$"""

            [LlmEndpoint(Primary = "gpt-5.4", Fallback = "gpt-5.6-sol", MaxAttempts = 2)]
            public interface IKinds
            {
                {{methods}}
            }

            public static class Program
            {
                {{calls}}
            }
            """;
    }
}
