using System.Reflection;
using System.Text.Json;
using TypedLlm.Simulator;
using TypedLlm.TestKit;

namespace TypedLlm.Generator.Tests;

/// <summary>Runs test sources with the code that is generated for them, on the real runtime against a simulated service over HTTP.</summary>
internal sealed class GeneratedProgram : IAsyncDisposable
{
    private readonly SimulatorServer _simulator;
    private readonly Assembly _assembly;

    private GeneratedProgram(SimulatorServer simulator, Assembly assembly)
    {
        _simulator = simulator;
        _assembly = assembly;
        Runtime = LlmRuntime.Create(Options());
    }

    public SimulatorServer Service => _simulator;

    public LlmRuntime Runtime { get; }

    public int RequestCount => _simulator.Log.Requests.Count;

    /// <summary>Compiles a program whose static class <c>Program</c> holds what <see cref="CallAsync"/> runs.</summary>
    public static async Task<GeneratedProgram> StartAsync(string source, params TextFile[] files)
    {
        var assembly = Harness.Generator.Run(GeneratorHarness.Compile("Shop", [Sources.InShop(source)]), options: null, files).Load();
        var simulator = await SimulatorServer.StartAsync();
        simulator.Scripts.ForAnyModel.Always(Simulator.Answers.Deltas("An ", "answer."));
        return new GeneratedProgram(simulator, assembly);
    }

    public void Configure(TypedLlmOptions options) => options.Providers["openai"] = new ProviderOptions { BaseUrl = _simulator.BaseUrl.ToString(), ApiKey = "sk-test" };

    /// <summary>Runs a method of the program, which returns text.</summary>
    public Task<string> CallAsync(string method, params object?[] arguments)
    {
        var call = _assembly.GetType("Shop.Program", throwOnError: true)!.GetMethod(method)!;
        return (Task<string>)call.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [Runtime, .. arguments], null)!;
    }

    /// <summary>The body of the last request.</summary>
    public JsonElement LastBody() => JsonDocument.Parse(_simulator.Log.Requests[^1].Body).RootElement;

    /// <summary>The user message of the last request.</summary>
    public string LastMessage() => LastBody().GetProperty("input")[0].GetProperty("content").GetString()!;

    public async ValueTask DisposeAsync()
    {
        await Runtime.DisposeAsync();
        await _simulator.DisposeAsync();
    }

    private TypedLlmOptions Options()
    {
        var options = new TypedLlmOptions();
        Configure(options);
        return options;
    }
}
