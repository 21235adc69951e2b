using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TypedLlm.FaultTests.Endpoints;
using TypedLlm.FaultTests.Scenes;
using TypedLlm.Simulator;
using TypedLlm.TestKit;

namespace TypedLlm.FaultTests.Hosting;

/// <summary>An application as its developer writes it: configuration, generated registration, and the simulator in place of the service.</summary>
public sealed class SimulatorHostTests
{
    [Theory]
    [InlineData(CallForm.Whole)]
    [InlineData(CallForm.Text)]
    [InlineData(CallForm.Events)]
    public async Task An_endpoint_from_the_container_survives_a_silent_model_by_the_configured_timer(CallForm form)
    {
        var clock = new ManualClock();
        using var host = Build(clock, new() { ["TypedLlm:Timers:Headers"] = "00:00:07" });
        await host.StartAsync();
        var simulator = host.Services.GetRequiredService<SimulatorServer>();
        simulator.Scripts.For(Model.Primary).Always(Faults.Silence());
        simulator.Scripts.For(Model.Fallback).Always(Answers.Text(Model.FallbackAnswer));

        var call = new Caller(host.Services.GetRequiredService<IScorecardDesk>(), form).CallAsync();
        await simulator.Log.WaitForRequestAsync(1);
        await clock.AdvanceToTimerAsync(TimeSpan.FromSeconds(7));
        var report = await call.WaitAsync(Guards.Hang);

        Assert.Equal(Model.FallbackAnswer, report.Text);
        Assert.Equal([Model.Primary, Model.Fallback], simulator.Log.Models());
        Assert.Equal([0, 7], simulator.Log.Seconds());
        await LedgerAssert.MatchesAsync(simulator.Log, report.Attempts);
        await host.StopAsync();
    }

    [Fact]
    public async Task All_endpoints_of_the_assembly_are_registered_by_one_generated_method()
    {
        using var host = Build(new ManualClock(), []);
        await host.StartAsync();

        IDesk[] desks =
        [
            host.Services.GetRequiredService<IScorecardDesk>(), host.Services.GetRequiredService<IDefaultsDesk>(),
            host.Services.GetRequiredService<ILargerWindowDesk>(), host.Services.GetRequiredService<ISingleModelDesk>(),
        ];
        var reports = await Task.WhenAll(desks.Select(static desk => new Caller(desk, CallForm.Result).CallAsync()));

        Assert.All(reports, static report => Assert.NotEmpty(report.Text));
        await host.StopAsync();
    }

    [Fact]
    public async Task Settings_that_cannot_work_stop_the_application_by_name()
    {
        using var host = Build(new ManualClock(), new() { ["TypedLlm:Timers:Headers"] = "00:00:00" });

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Contains("TypedLlm:Timers:Headers", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chain_of_which_the_configuration_leaves_nothing_stops_the_application()
    {
        using var host = Build(new ManualClock(), new() { ["TypedLlm:Allow:0"] = "gpt-6-luna" });

        var failure = await Assert.ThrowsAsync<LlmException>(() => host.StartAsync());

        Assert.Equal(LlmFailureKind.NoEligibleModel, failure.Kind);
        Assert.Empty(host.Services.GetRequiredService<SimulatorServer>().Log.Requests);
    }

    private static IHost Build(ManualClock clock, Dictionary<string, string?> settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddTypedLlm(builder.Configuration).AddTypedLlmFaultsTestsEndpoints().UseSimulator(simulated => simulated.Clock = clock);
        builder.Services.Configure<TypedLlmOptions>(options => options.TimeProvider = clock);
        return builder.Build();
    }
}
