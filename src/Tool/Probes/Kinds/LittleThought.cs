using System.Text.Json.Nodes;
using TypedLlm.Catalog;

namespace TypedLlm.Tool.Probes;

/// <summary>Asks for a whole answer with as little reasoning as the model takes, where the probe does not set its effort.</summary>
internal static class LittleThought
{
    private const int ShortAnswer = 64;
    private const int WithReasoning = 1024;

    /// <summary>The lowest effort that the catalog lists; null where it lists none.</summary>
    public static string? EffortOf(ProbeRequest request) =>
        request.Effort ?? CatalogWords.Efforts.FirstOrDefault(effort => request.Target.Facts?.Efforts?.Contains(effort) == true);

    /// <summary>Enough to think at that effort and then to answer; the answer itself has a handful. A model that nobody knows may reason.</summary>
    public static int MaxTokensOf(ProbeRequest request) =>
        EffortOf(request) == "none" || request.Target.Facts?.Efforts is { IsEmpty: true } ? ShortAnswer : WithReasoning;

    public static void Add(JsonObject body, ProbeRequest request)
    {
        if (EffortOf(request) is { } effort)
        {
            ProbeBody.AddEffort(body, request.Endpoint, effort);
        }
    }
}
