using System.Text.Json;
using TypedLlm.Simulator;

namespace TypedLlm.Generator.Tests;

/// <summary>Endpoints that answer with types, from their declaration to the value, over HTTP.</summary>
public sealed class TypedAnswerTests
{
    private const string Source = """
        public enum Urgency { Low, High }

        public sealed record Triage(string Summary, Urgency Urgency, IReadOnlyList<string> Tags);

        [LlmEndpoint(Primary = "gpt-5.4", Fallback = "gpt-5.6-sol")]
        public interface IDesk
        {
            [Prompt("Triage: {ticket}")]
            Task<Triage> TriageAsync(string ticket);

            [Prompt("Triage: {ticket}")]
            ValueTask<Triage> QuickAsync(string ticket);

            [Prompt("Triage: {ticket}")]
            Task<LlmResult<Triage>> ExplainAsync(string ticket);

            [Prompt("Count the words: {ticket}")]
            Task<int> CountAsync(string ticket);

            [Prompt("List what is urgent: {ticket}")]
            Task<List<Urgency>> UrgenciesAsync(string ticket);

            [Prompt("Split: {ticket}")]
            IAsyncEnumerable<Triage> SplitAsync(string ticket);

            [Prompt("Triage: {ticket}")]
            IAsyncEnumerable<LlmEvent<Triage>> WatchAsync(string ticket);
        }

        public static class Program
        {
            public static async Task<string> Triage(LlmRuntime runtime) => Show(await new DeskEndpoint(runtime).TriageAsync("t"));

            public static async Task<string> Quick(LlmRuntime runtime) => Show(await new DeskEndpoint(runtime).QuickAsync("t"));

            public static async Task<string> Explain(LlmRuntime runtime)
            {
                var result = await new DeskEndpoint(runtime).ExplainAsync("t");
                return $"{result.Model} {Show(result.Value)}";
            }

            public static async Task<string> Count(LlmRuntime runtime) => $"{await new DeskEndpoint(runtime).CountAsync("t")}";

            public static async Task<string> Urgencies(LlmRuntime runtime) => string.Join(",", await new DeskEndpoint(runtime).UrgenciesAsync("t"));

            public static async Task<string> Split(LlmRuntime runtime)
            {
                var all = "";
                await foreach (var item in new DeskEndpoint(runtime).SplitAsync("t"))
                {
                    all += Show(item) + ";";
                }

                return all;
            }

            public static async Task<string> Watch(LlmRuntime runtime)
            {
                var last = "";
                await foreach (var item in new DeskEndpoint(runtime).WatchAsync("t"))
                {
                    last = item is LlmEvent<Triage>.Completed completed ? Show(completed.Result.Value) : last;
                }

                return last;
            }

            private static string Show(Triage triage) => $"{triage.Summary}|{triage.Urgency}|{string.Join(",", triage.Tags)}";
        }
        """;

    private const string Triage = """{"Summary":"late","Urgency":"High","Tags":["a","b"]}""";

    [Theory]
    [InlineData("Triage", Triage, "late|High|a,b")]
    [InlineData("Quick", Triage, "late|High|a,b")]
    [InlineData("Explain", Triage, "gpt-5.4-2026-03-05 late|High|a,b")]
    [InlineData("Count", """{"value":7}""", "7")]
    [InlineData("Urgencies", """{"items":["Low","High"]}""", "Low,High")]
    [InlineData("Split", """{"items":[{"Summary":"x","Urgency":"Low","Tags":[]},{"Summary":"y","Urgency":"High","Tags":["z"]}]}""", "x|Low|;y|High|z;")]
    [InlineData("Watch", Triage, "late|High|a,b")]
    public async Task An_answer_arrives_as_its_type(string method, string answer, string expected)
    {
        await using var program = await GeneratedProgram.StartAsync(Source);
        program.Service.Scripts.ForAnyModel.Always(Simulator.Answers.Deltas([.. answer.Chunk(3).Select(piece => new string(piece))]));

        Assert.Equal(expected, await program.CallAsync(method));
        var format = program.LastBody().GetProperty("text").GetProperty("format");
        Assert.Equal(("json_schema", true), (format.GetProperty("type").GetString(), format.GetProperty("strict").GetBoolean()));
        Assert.Equal(JsonValueKind.Object, format.GetProperty("schema").ValueKind);
    }

    [Fact]
    public void What_types_share_is_emitted_once()
    {
        var files = Harness.Run(Sources.InShop(Source)).Files.Keys.Where(name => name.StartsWith("TypedLlm.Generated.", StringComparison.Ordinal)).ToArray();

        Assert.Equal(files.Distinct(StringComparer.OrdinalIgnoreCase), files);
        Assert.Single(files, name => name == "TypedLlm.Generated.Shop_Triage.g.cs");
        Assert.Single(files, name => name == "TypedLlm.Generated.Shop_Urgency.g.cs");
    }
}
