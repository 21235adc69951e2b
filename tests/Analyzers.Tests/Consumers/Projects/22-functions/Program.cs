using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TypedLlm;
using VanArsdel.Functions;

var host = new HostBuilder()
    .ConfigureServices((context, services) =>
    {
        services.AddTypedLlm(context.Configuration).AddVanArsdelFunctionsEndpoints();
        services.AddScoped<InvoiceFunctions>();
    })
    .Build();

await host.RunAsync();
