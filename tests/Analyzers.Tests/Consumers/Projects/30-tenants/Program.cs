using Tenant.Hub;
using TypedLlm;

var builder = WebApplication.CreateBuilder(args);
builder.Services.Configure<TenantOptions>(builder.Configuration.GetSection("Tenants"));
builder.Services
    .AddTypedLlm(options =>
    {
        options.Allow.Add("gpt-5.4");
        options.Allow.Add("gpt-5.5");
        options.Providers["openai"] = new ProviderOptions { GetApiKeyAsync = KeyRing.CurrentAsync };
    })
    .AddTenantHubEndpoints();
builder.Services.AddScoped<TenantAnswers>();

var app = builder.Build();
app.MapGet("/{tenant}", (string tenant, string q, TenantAnswers answers, CancellationToken ct) => answers.AnswerAsync(tenant, q, ct));
app.Run();
