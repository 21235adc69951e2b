namespace TypedLlm.Package.Tests;

/// <summary>Lock file and settings of a project that takes the package.</summary>
public sealed class JsonFileTests
{
    private const string Program = """
        Console.WriteLine(typeof(SupportDeskEndpoint).Name);

        [TypedLlm.LlmEndpoint(Primary = "5.4", Fallback = "5.6-sol")]
        public interface ISupportDesk
        {
            [TypedLlm.Prompt("Answer this customer: {question}")]
            IAsyncEnumerable<string> AnswerAsync(string question, CancellationToken ct = default);
        }
        """;

    private const string Lock = """
        {
          "version": 1,
          "environments": {
            "production": { "models": { "gpt-5.4": { "access": true } } },
            "test": { "model": {} }
          }
        }
        """;

    private const string Settings = """
        {
          // What may be asked.
          "TypedLlm": {
            "Allow": [ "gpt-5.4-mni", ]
          }
        }
        """;

    [Fact]
    public void A_fault_in_the_lock_file_is_reported_inside_it()
    {
        using var consumer = new ConsumerProject(Program);
        consumer.Write("Shop/typedllm.lock.json", Lock);
        var build = consumer.Build("-p:TypedLlmEnvironment=staging");
        build.ShouldFail();
        var errors = build.Diagnostics("TLLM902").Order(StringComparer.Ordinal).ToList();
        Assert.Equal(2, errors.Count);
        Assert.StartsWith("typedllm.lock.json(3,3): error TLLM902: The project is built for environment 'staging'", errors[0], StringComparison.Ordinal);
        Assert.StartsWith("typedllm.lock.json(5,15): error TLLM902: Unknown field 'model'", errors[1], StringComparison.Ordinal);
    }

    // Web projects copy and publish JSON files: the settings are, the lock is not.
    [Fact]
    public void Settings_are_checked_and_published_and_the_lock_stays_out()
    {
        using var consumer = new ConsumerProject(Program, sdk: "Microsoft.NET.Sdk.Web", properties: "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>");
        consumer.Write("Shop/typedllm.lock.json", Lock.Replace("\"model\"", "\"models\"", StringComparison.Ordinal))
            .Write("Shop/appsettings.Production.json", Settings)
            .Write("Shop/.globalconfig", "is_global = true\ndotnet_diagnostic.TLLM502.severity = suggestion\n");
        consumer.Publish().ShouldSucceed();
        Assert.NotEmpty(Published("appsettings.Production.json"));
        Assert.Empty(Published("typedllm.lock.json"));

        consumer.Write("Shop/.globalconfig", "is_global = true\n");
        var build = consumer.Build();
        build.ShouldFail();
        Assert.StartsWith(
            "appsettings.Production.json(4,16): error TLLM502: TypedLlm:Allow names 'gpt-5.4-mni'", Assert.Single(build.Diagnostics("TLLM502")), StringComparison.Ordinal);

        consumer.Build("-p:TypedLlmCheckSettings=false").ShouldSucceed();

        string[] Published(string name) => Directory.GetFiles(Path.Combine(consumer.Folder, "Shop", "bin"), name, SearchOption.AllDirectories);
    }
}
