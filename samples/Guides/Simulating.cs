using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.DependencyInjection;
using TypedLlm;
using TypedLlm.Simulator;

namespace Guides;

internal static class Simulating
{
    public static void WhileDeveloping(HostApplicationBuilder builder)
    {
        // <use>
        var typedLlm = builder.Services.AddTypedLlm(builder.Configuration).AddGuidesEndpoints();
        if (builder.Environment.IsDevelopment())
        {
            typedLlm.UseSimulator();
        }
        // </use>
    }

    public static void ScriptsTheOneOfTheApp(HostApplicationBuilder builder)
    {
        // <app>
        var app = builder.Build();
        if (builder.Environment.IsDevelopment())
        {
            var simulator = app.Services.GetRequiredService<SimulatorServer>();
            simulator.Scripts.For("gpt-6-luna").Always(Answers.Text("pain")); // as in tests, below
        }
        // </app>
    }

    public static async Task SurvivesAnOverloadAsync()
    {
        // <faults>
        await using var simulator = await SimulatorServer.StartAsync(new SimulatorOptions());
        simulator.Scripts.For("gpt-6-luna").Always(Faults.Unavailable(withBody: true));

        var options = new TypedLlmOptions();
        options.Providers["openai"] = new ProviderOptions { BaseUrl = simulator.BaseUrl.ToString(), ApiKey = "sk-test" };
        await using var runtime = LlmRuntime.Create(options);

        var text = await new TranslatorEndpoint(runtime).TranslateAsync("French", "bread");

        Console.WriteLine(text);
        Console.WriteLine(string.Join(", ", simulator.Log.Requests.Select(request => request.Model)));
        // gpt-6-luna, gpt-6-luna, gpt-5.6-luna
        // </faults>
    }

    public static async Task LacksWhatAnAccountMayLackAsync()
    {
        // <account>
        var options = new SimulatorOptions
        {
            Account = new()
            {
                MissingModels = ["gpt-5.4"],
                WithoutBackground = [SimulatedAccount.EveryModel],
                WithoutBatch = ["gpt-6-luna"],
                ForbiddenCalls = ["* /v1/files/{**rest}"],
                RateLimits = new() { RequestsPerMinute = 500, TokensPerMinute = 30_000 },
            },
        };
        await using var simulator = await SimulatorServer.StartAsync(options);
        simulator.Scripts.ForCall("GET /v1/batches/{id}").First(2, Faults.Unavailable()).On(3, Faults.ResetBeforeHeaders());
        // </account>
    }

    public static async Task ReadsAScriptFileAsync()
    {
        // <file>
        await using var simulator = await SimulatorServer.StartAsync(SimulatorOptions.Load("faults.json"));
        // </file>
    }
}
