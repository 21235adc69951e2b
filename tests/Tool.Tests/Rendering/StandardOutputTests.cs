using System.Diagnostics;
using System.Text;
using TypedLlm.Tool.Tests.Support;

namespace TypedLlm.Tool.Tests.Rendering;

public sealed class StandardOutputTests : IDisposable
{
    private const string Source = """
        namespace Shop;

        [LlmEndpoint(Primary = "gpt-5.4", Fallback = "gpt-5.6-sol")]
        public interface IDesk
        {
            [Prompt("世界 € {text}")] Task<string> AskAsync(string text);
        }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Results_are_utf_8_without_a_mark_whatever_the_console_is_set_to()
    {
        string[] command = ["render", "AskAsync", new ConsumerAssembly { Source = Source }.Build(_folder), "--format", "json"];
        var expected = await ToolRun.Of(_folder.FullPath, command);

        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "TypedLlm.Tool.dll"), .. command]) { RedirectStandardOutput = true };
        start.Environment["LC_ALL"] = "de_DE.ISO-8859-1";
        using var process = Process.Start(start)!;
        using var bytes = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(bytes);
        await process.WaitForExitAsync();

        Assert.Contains("世界 €", expected.Out, StringComparison.Ordinal);
        Assert.Equal(Encoding.UTF8.GetBytes(expected.Out), bytes.ToArray());
    }
}
