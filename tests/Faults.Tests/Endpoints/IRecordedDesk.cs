using System.Text.Json.Serialization;

namespace TypedLlm.FaultTests.Endpoints;

/// <summary>Asks what was asked when answers of the real service were recorded.</summary>
[LlmEndpoint(Primary = "5.4", NoFallback = "There is one recording.")]
public interface IRecordedDesk
{
    [Prompt("Write a JSON document with a list of five animals")]
    [LlmEndpoint(Stream = false)]
    Task<LlmResult<Animals>> ListAnimalsAsync(CancellationToken ct);

    [Prompt("What's heavier, a pound of feathers or sixteen ounces of steel?")]
    Task<Riddle> SolveAsync(CancellationToken ct);

    [Prompt("What's heavier, a pound of feathers or sixteen ounces of steel?")]
    [LlmEndpoint(Stream = false)]
    Task<Riddle> SolveUnaryAsync(CancellationToken ct);

    [Prompt("What's heavier, a pound of feathers or sixteen ounces of steel?")]
    IAsyncEnumerable<LlmEvent<Riddle>> WatchAsync(CancellationToken ct);
}

/// <summary>A recorded answer.</summary>
public sealed record Animals([property: JsonPropertyName("animal_data_list")] IReadOnlyList<string> Names);

/// <summary>A recorded answer.</summary>
[LlmAnswer(Naming = LlmNaming.CamelCase)]
public sealed partial record Riddle(string Answer, IReadOnlyList<string> Steps);
