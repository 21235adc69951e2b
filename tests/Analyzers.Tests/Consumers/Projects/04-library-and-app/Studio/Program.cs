using Litware.Words;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TypedLlm;

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddTypedLlm(builder.Configuration).AddLitwareWordsEndpoints().AddLitwareStudioEndpoints();
builder.Services.AddTransient<Studio>();
using var host = builder.Build();
Console.WriteLine(await host.Services.GetRequiredService<Studio>().PublishAsync(File.ReadAllText(args[0])));

internal sealed class Studio(IEditor editor, ITitler titler, IProofReader reader)
{
    public async Task<string> PublishAsync(string text)
    {
        var body = await editor.ShortenAsync(text, 300);
        var checkedBody = await reader.ReadAsync(body);
        return $"# {await titler.TitleAsync(checkedBody)}\n\n{checkedBody}";
    }
}

[LlmEndpoint(Primary = "6-sol", Fallback = "5.4")]
internal interface IProofReader
{
    [Prompt("Correct spelling only:\n{text}")]
    Task<string> ReadAsync(string text, CancellationToken ct = default);
}
