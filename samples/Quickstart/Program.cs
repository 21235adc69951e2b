// The support desk: first an answer token by token, then the same while its model fails in four ways.
// Without OPENAI_API_KEY everything runs against the embedded simulator, over real HTTP on this machine.
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Quickstart;
using TypedLlm;
using TypedLlm.Simulator;

var simulated = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("OPENAI_API_KEY"));
Console.WriteLine(simulated ? "No OPENAI_API_KEY: running against the embedded simulator." : "Running on the real service.");

foreach (var scene in simulated ? [Scene.Streamed, .. Scene.Failing] : new[] { Scene.Streamed })
{
    if (!await PlayAsync(scene))
    {
        Console.Error.WriteLine("The answer did not arrive whole.");
        return 1;
    }
}

return 0;

async Task<bool> PlayAsync(Scene scene)
{
    Console.WriteLine();
    Console.WriteLine($"== {scene.Title}");

    // A host for each scene, so that what the runtime learned about a failing model does not shorten the next one.
    var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { Args = args });
    var typedLlm = builder.Services.AddTypedLlm(builder.Configuration).AddQuickstartEndpoints();
    if (simulated)
    {
        typedLlm.UseSimulator(static options => options.EventDelay = TimeSpan.FromMilliseconds(15)); // the pace of a real model
        builder.Services.Configure<TypedLlmOptions>(static options => options.Timers.Headers = TimeSpan.FromSeconds(2)); // do not wait 30 s for a silent model
    }

    using var host = builder.Build();
    await host.StartAsync();
    if (simulated)
    {
        scene.Script(host.Services.GetRequiredService<SimulatorServer>().Scripts);
    }

    LlmResult<string>? completed = null;
    var answer = await scene.Call(host.Services.GetRequiredService<ISupportDesk>(), new LlmCallOptions { OnCompleted = result => completed = result });
    if (completed is not null)
    {
        Ledger.Print(completed);
    }

    await host.StopAsync();
    return completed is { FinishReason: FinishReason.Stop } && completed.Value == answer && answer.Length > 0;
}
