using City.Power;
using TypedLlm;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSignalR();
builder.Services.AddTypedLlm(builder.Configuration).AddCityPowerEndpoints();
var app = builder.Build();
app.MapHub<OutageHub>("/outages");
app.Run();
