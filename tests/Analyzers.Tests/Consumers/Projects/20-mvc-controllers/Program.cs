using TypedLlm;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddTypedLlm(builder.Configuration).AddAlpineSkiHouseEndpoints();
var app = builder.Build();
app.MapControllers();
await app.RunAsync();

public partial class Program;
