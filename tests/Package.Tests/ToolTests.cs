using System.IO.Compression;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using TypedLlm.Simulator;

namespace TypedLlm.Package.Tests;

public sealed class ToolTests(InstalledTool tool) : IClassFixture<InstalledTool>
{
    private const string Source = """
        using TypedLlm;

        Console.WriteLine(typeof(ISupportDesk));

        [LlmEndpoint(Primary = "5.4", Fallback = "6-luna")]
        [SystemPrompt("You answer for {company}.")]
        public interface ISupportDesk
        {
            [Prompt("Answer this customer: {question}")]
            IAsyncEnumerable<string> AnswerAsync(string company, string question, CancellationToken ct = default);
        }
        """;

    [Fact]
    public void Help_lists_every_command()
    {
        var help = tool.Run("--help");

        help.ShouldSucceed();
        Assert.All(
            ["verify", "models", "upgrade", "render", "approve", "simulate"],
            command => Assert.Contains($"\n  {command} ", help.Output, StringComparison.Ordinal));
    }

    [Fact]
    public void A_model_is_explained()
    {
        var models = tool.Run("models", "5.4");

        models.ShouldSucceed();
        Assert.StartsWith("5.4 stands for gpt-5.4\n", models.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_built_consumer_is_rendered_and_verified_without_and_with_its_account()
    {
        using var consumer = new ConsumerProject(Source);
        consumer.Build().ShouldSucceed();

        var render = tool.Run(consumer.Folder, new Dictionary<string, string>(), "render", "ISupportDesk.AnswerAsync", consumer.Output);
        render.ShouldSucceed();
        Assert.Contains("gpt-5.4", render.Output, StringComparison.Ordinal);
        Assert.Contains("Answer this customer: ", render.Output, StringComparison.Ordinal);

        tool.Run(consumer.Folder, new Dictionary<string, string>(), "verify", "--offline", consumer.Output).ShouldSucceed();

        await using var simulator = await SimulatorServer.StartAsync(new SimulatorOptions(), CancellationToken.None);
        var account = new Dictionary<string, string> { ["OPENAI_API_KEY"] = "sk-package-test", ["OPENAI_BASE_URL"] = simulator.BaseUrl.ToString() };
        var verify = tool.Run(consumer.Folder, account, "verify", consumer.Output);
        verify.ShouldSucceed();
        var lockFile = File.ReadAllText(Path.Combine(consumer.Folder, "typedllm.lock.json"));
        Assert.Contains("\"gpt-5.4\"", lockFile, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-package-test", verify.Output + lockFile, StringComparison.Ordinal);
    }

    [Fact]
    public void The_package_of_this_platform_is_compiled_ahead_of_time_and_the_one_for_others_is_not()
    {
        Assert.True(IsCompiledAhead(RuntimeInformation.RuntimeIdentifier));
        Assert.False(IsCompiledAhead("any"));
    }

    [Fact]
    public void It_is_uninstalled_without_a_trace()
    {
        using var other = new InstalledTool();
        Assert.True(other.IsInstalled);

        other.Uninstall();

        Assert.False(other.IsInstalled);
    }

    private static bool IsCompiledAhead(string platform)
    {
        using var archive = ZipFile.OpenRead(Path.Combine(PackedPackage.Folder, $"TypedLlm.Tool.{platform}.{PackedPackage.Version}.nupkg"));
        using var content = new MemoryStream();
        using (var stream = archive.Entries.Single(static entry => entry.Name == "TypedLlm.Tool.dll").Open())
        {
            stream.CopyTo(content);
        }

        content.Position = 0;
        using var file = new PEReader(content);
        return file.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
    }
}
