using Fabrikam.Tickets.Worker;
using TypedLlm;

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddTypedLlm(builder.Configuration).AddFabrikamTicketsWorkerEndpoints();
builder.Services.AddSingleton<ITicketQueue, InMemoryTicketQueue>();
builder.Services.AddHostedService<TriageWorker>();
await builder.Build().RunAsync();
