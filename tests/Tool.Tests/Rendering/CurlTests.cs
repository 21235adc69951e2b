using System.Diagnostics;

namespace TypedLlm.Tool.Tests.Rendering;

/// <summary>The command that is printed is taken by a shell as it is meant.</summary>
public sealed class CurlTests
{
    [Theory]
    [InlineData("Shop.IDesk.TextAsync")]
    [InlineData("Shop.IDesk.UntrustedAsync")]
    [InlineData("Shop.IDesk.FilesAsync")]
    public async Task A_shell_gives_curl_the_request_and_the_key_of_its_environment(string method)
    {
        await using var target = await RenderTarget.StartAsync();
        var text = await target.RenderAsync(method);
        var body = text.Out.Split("\n\n", 2)[1].TrimEnd('\n');

        var curl = await target.RenderAsync(method, "--format", "curl");
        var arguments = (await ShellAsync($"curl() {{ printf '%s\\0' \"$@\"; }}\n{curl.Out}")).Split('\0');

        Assert.Equal(0, curl.Code);
        Assert.DoesNotContain("sk-", curl.Out, StringComparison.Ordinal);
        Assert.Equal(body, arguments[Array.IndexOf(arguments, "--data-raw") + 1]);
        Assert.Contains("Authorization: Bearer it's-\"the\"-key", arguments);
        Assert.Contains("Content-Type: application/json", arguments);
        Assert.Contains($"{target.Simulator.BaseUrl.ToString().TrimEnd('/')}/responses", arguments);
    }

    private static async Task<string> ShellAsync(string script)
    {
        var start = new ProcessStartInfo("sh") { RedirectStandardInput = true, RedirectStandardOutput = true, Environment = { ["OPENAI_API_KEY"] = "it's-\"the\"-key" } };
        using var shell = Process.Start(start)!;
        await shell.StandardInput.WriteAsync(script);
        shell.StandardInput.Close();
        var output = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        Assert.Equal(0, shell.ExitCode);
        return output;
    }
}
