namespace TypedLlm.Package.Tests;

/// <summary>Rules that a new date or price alone can break, and the options of the project that they are judged by.</summary>
public sealed class DateRuleTests
{
    private const string Models = """
        { "asOf": "2029-01-01", "models": [
          { "id": "steady", "price": { "output": 1 } }, { "id": "dear", "price": { "output": 4 } },
          { "id": "day-91", "shutdownDate": "2029-04-02" }, { "id": "day-92", "shutdownDate": "2029-04-03" }, { "id": "day-93", "shutdownDate": "2029-04-04" } ] }
        """;

    private static readonly string Source = string.Join('\n', ["using TypedLlm;", "", "Console.WriteLine();", "",
        Endpoint("IRetiring", """Primary = "steady", Fallback = "day-91" """),
        Endpoint("IRetiresFirst", """Primary = "day-93", Fallback = "day-92" """),
        Endpoint("IDear", """Primary = "steady", Fallback = "dear" """),
        Endpoint("IAlone", """Primary = "steady" """)]);

    [Fact]
    public void Dates_and_prices_stay_warnings_and_the_options_of_the_project_arrive()
    {
        using var consumer = new ConsumerProject(Source, properties: """
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <TypedLlmRetirementHorizonDays>91</TypedLlmRetirementHorizonDays>
            <TypedLlmMaxFallbackPriceRatio>3</TypedLlmMaxFallbackPriceRatio>
            <TypedLlmRequireFallback>false</TypedLlmRequireFallback>
            """);
        consumer.Write("Shop/typedllm.models.json", Models);

        var build = consumer.Build();

        build.ShouldSucceed();
        Assert.StartsWith("Program.cs(5,45): warning TLLM007", Assert.Single(build.Diagnostics("TLLM007")), StringComparison.Ordinal);
        Assert.StartsWith("Program.cs(6,45): warning TLLM008", Assert.Single(build.Diagnostics("TLLM008")), StringComparison.Ordinal);
        Assert.StartsWith("Program.cs(7,45): warning TLLM014", Assert.Single(build.Diagnostics("TLLM014")), StringComparison.Ordinal);
        Assert.Empty(build.Diagnostics("TLLM002"));
    }

    private static string Endpoint(string name, string arguments) =>
        $$"""[LlmEndpoint({{arguments}})] public interface {{name}} { [Prompt("{text}")] Task<string> AskAsync(string text, CancellationToken ct = default); }""";
}
