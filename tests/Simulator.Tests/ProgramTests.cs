using System.Diagnostics;
using System.Net.Http.Headers;

namespace TypedLlm.Simulator.Tests;

/// <summary>The program as a user starts it.</summary>
public sealed class ProgramTests
{
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task It_says_where_it_listens_and_serves_there()
    {
        using var program = Start("--urls", "http://127.0.0.1:0");
        try
        {
            var line = await program.StandardOutput.ReadLineAsync().WaitAsync(Guard);
            var url = line!.Split(' ')[^1];
            using var http = new HttpClient();
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "any");

            Assert.Contains("gpt-5.4", await http.GetStringAsync(new Uri($"{url}/models")), StringComparison.Ordinal);
        }
        finally
        {
            program.Kill();
        }
    }

    [Fact]
    public async Task A_port_in_use_ends_it_with_an_error_that_says_so()
    {
        await using var simulator = await SimulatorServer.StartAsync();
        using var program = Start("--urls", simulator.BaseUrl.GetLeftPart(UriPartial.Authority));

        var error = await program.StandardError.ReadToEndAsync().WaitAsync(Guard);
        await program.WaitForExitAsync().WaitAsync(Guard);

        Assert.Equal(1, program.ExitCode);
        Assert.Contains("is in use", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_arguments_end_it_with_its_usage()
    {
        using var program = Start("--port", "1");

        var error = await program.StandardError.ReadToEndAsync().WaitAsync(Guard);
        await program.WaitForExitAsync().WaitAsync(Guard);

        Assert.Equal(2, program.ExitCode);
        Assert.StartsWith("Usage:", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_none_ends_it_with_an_error_that_says_so()
    {
        using var program = Start("--urls=nowhere");

        var error = await program.StandardError.ReadToEndAsync().WaitAsync(Guard);
        await program.WaitForExitAsync().WaitAsync(Guard);

        Assert.Equal(1, program.ExitCode);
        Assert.Contains("nowhere", error, StringComparison.Ordinal);
    }

    private static Process Start(params string[] arguments) => Process.Start(
        new ProcessStartInfo("dotnet", [typeof(SimulatorServer).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
}
