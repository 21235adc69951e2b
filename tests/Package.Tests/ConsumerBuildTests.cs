namespace TypedLlm.Package.Tests;

public sealed class ConsumerBuildTests
{
    private const string Story = """
        using TypedLlm;

        Console.WriteLine(typeof(SupportDeskEndpoint).Name);

        [LlmEndpoint(Primary = "5.4", Fallback = "5.3", Stream = true)]
        public interface ISupportDesk
        {
            [Prompt("Answer this customer: {question}")]
            IAsyncEnumerable<string> AnswerAsync(string question, CancellationToken ct = default);
        }
        """;

    private const string Aliases = """{ "aliases": { "5.3": "gpt-5.6-sol" } }""";

    // "5.3" is shut down: the build says so, at the literal, and a build that treats warnings as errors still passes,
    // because a date alone must not break it.
    [Theory]
    [InlineData("")]
    [InlineData("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>")]
    public void A_fallback_that_is_shut_down_is_a_warning_at_its_literal(string properties)
    {
        using var consumer = new ConsumerProject(Story, properties: properties);
        var build = consumer.Build();
        build.ShouldSucceed();
        var warning = Assert.Single(build.Diagnostics("TLLM005"));
        Assert.StartsWith("Program.cs(5,42): warning TLLM005", warning, StringComparison.Ordinal);
        Assert.Contains("gpt-5.3-chat-latest", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void The_warning_can_be_made_an_error_and_is_in_the_sarif_log()
    {
        using var consumer = new ConsumerProject(Story, properties: """
            <ErrorLog>typedllm.sarif,version=2.1</ErrorLog>
            <TypedLlmDateWarningsAsErrors>true</TypedLlmDateWarningsAsErrors>
            """);
        consumer.Write("Shop/.editorconfig", "[*.cs]\ndotnet_diagnostic.TLLM005.severity = error\n");
        consumer.Build().ShouldFail();
        var sarif = File.ReadAllText(Path.Combine(consumer.Folder, "Shop", "typedllm.sarif"));
        Assert.Contains("\"ruleId\": \"TLLM005\"", sarif, StringComparison.Ordinal);
    }

    [Fact]
    public void With_the_alias_the_same_declaration_is_clean_and_the_file_stays_out_of_the_output()
    {
        using var consumer = new ConsumerProject(Story, properties: "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>");
        consumer.Write("Shop/typedllm.models.json", Aliases);
        var build = consumer.Build();
        build.ShouldSucceed();
        Assert.DoesNotContain("TLLM", build.Output, StringComparison.Ordinal);
    }

    // Web projects copy and publish JSON files.
    [Fact]
    public void The_catalog_file_stays_out_of_output_and_publication()
    {
        using var consumer = new ConsumerProject(Story, sdk: "Microsoft.NET.Sdk.Web");
        consumer.Write("Shop/typedllm.models.json", Aliases).Write("Shop/appsettings.json", "{}");
        consumer.Publish().ShouldSucceed();
        Assert.NotEmpty(FilesIn("publish", "appsettings.json"));
        Assert.Empty(FilesIn("", "typedllm.models.json"));

        string[] FilesIn(string folder, string name) =>
            [.. Directory.GetFiles(Path.Combine(consumer.Folder, "Shop", "bin"), name, SearchOption.AllDirectories)
                .Where(file => file.Contains(folder, StringComparison.Ordinal))];
    }

    [Fact]
    public void An_unknown_model_breaks_the_build_and_names_the_nearest()
    {
        using var consumer = new ConsumerProject(Story.Replace("\"5.4\"", "\"gpt-5.4-mni\"", StringComparison.Ordinal));
        var build = consumer.Build();
        build.ShouldFail();
        var error = Assert.Single(build.Diagnostics("TLLM001"));
        Assert.StartsWith("Program.cs(5,24): error TLLM001", error, StringComparison.Ordinal);
        Assert.Contains("gpt-5.4-mini", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_in_the_catalog_file_is_reported_inside_it()
    {
        using var consumer = new ConsumerProject(Story);
        consumer.Write("Shop/typedllm.models.json", "{\n  \"aliasses\": {}\n}");
        var build = consumer.Build();
        build.ShouldFail();
        Assert.StartsWith("typedllm.models.json(2,3): error TLLM901", Assert.Single(build.Diagnostics("TLLM901")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<LangVersion>12</LangVersion>")]
    [InlineData("<TargetFramework>net8.0</TargetFramework>")]
    [InlineData("<AssemblyName>My-Shop.2</AssemblyName>")]
    [InlineData("<EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>")]
    public void It_builds_in_other_projects(string properties)
    {
        using var consumer = new ConsumerProject(Story, properties: properties + "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>");
        consumer.Write("Shop/typedllm.models.json", Aliases);
        consumer.Build().ShouldSucceed();
    }

    [Fact]
    public void A_compiler_that_is_too_old_is_named_instead_of_silence()
    {
        using var consumer = new ConsumerProject(Story);
        var build = consumer.Build("-p:CompilerApiVersion=roslyn4.7");
        build.ShouldFail();
        Assert.Contains("TLLM900", build.Output, StringComparison.Ordinal);
        Assert.Contains("4.8", build.Output, StringComparison.Ordinal);
    }
}
