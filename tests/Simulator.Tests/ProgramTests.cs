using System.Diagnostics;
using System.Net;
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

    [Theory]
    [InlineData("--port", "1")]
    [InlineData("--urls")]
    [InlineData("--seed", "many")]
    public async Task Unknown_arguments_end_it_with_its_usage(params string[] arguments)
    {
        using var program = Start(arguments);

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

    [Fact]
    public async Task It_starts_with_the_scripts_of_a_file_and_tells_of_names_that_no_model_has()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, """{"account":{"without_batch":["gpt-5.4-mni"]},"scripts":[{"call":"GET /v1/models","request":1,"fault":"unavailable"}]}""");
        using var program = Start("--scripts", file, "--seed=7", "--urls", "http://127.0.0.1:0");
        try
        {
            var line = await program.StandardOutput.ReadLineAsync().WaitAsync(Guard);
            using var http = new HttpClient();
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "any");
            var models = new Uri($"{line!.Split(' ')[^1]}/models");

            using var first = await http.GetAsync(models);
            using var second = await http.GetAsync(models);

            Assert.Equal([HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK], [first.StatusCode, second.StatusCode]);
            Assert.StartsWith("account.without_batch names 'gpt-5.4-mni'", await program.StandardError.ReadLineAsync().WaitAsync(Guard), StringComparison.Ordinal);
        }
        finally
        {
            program.Kill();
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("--scripts", "no/such/file.json")]
    [InlineData("--scripts=no/such/file.json")]
    public async Task A_script_file_that_is_not_there_ends_it_with_an_error_that_says_so(params string[] arguments)
    {
        using var program = Start(arguments);

        var error = await program.StandardError.ReadToEndAsync().WaitAsync(Guard);
        await program.WaitForExitAsync().WaitAsync(Guard);

        Assert.Equal(1, program.ExitCode);
        Assert.Contains("no/such/file.json", error, StringComparison.Ordinal);
    }

    private static Process Start(params string[] arguments) => Process.Start(
        new ProcessStartInfo("dotnet", [typeof(SimulatorServer).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
}
