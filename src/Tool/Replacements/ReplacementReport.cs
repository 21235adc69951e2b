using System.Text.Json;
using TypedLlm.Catalog;
using TypedLlm.CompilerServices;
using TypedLlm.Tool.Catalogs;
using TypedLlm.Tool.Cli;

namespace TypedLlm.Tool.Replacements;

/// <summary>Writes what can replace a model, what that costs, and why other models do not fit.</summary>
/// <param name="old">The model to replace.</param>
/// <param name="method">The method that calls; null for any.</param>
/// <param name="inputTokens">How long the input is at most; null for what each model takes.</param>
/// <param name="ranked">What can replace it, the best first.</param>
/// <param name="named">The live model that the provider names in its place; null if it names none.</param>
/// <param name="others">The other models, with the reason.</param>
internal sealed class ReplacementReport(
    ModelFacts old, EndpointMethod? method, int? inputTokens, IReadOnlyList<ReplacementModel> ranked, string? named, IReadOnlyList<(string Id, string Reason)> others)
{
    private static readonly string[] Columns = ["", "model", "in $/1M", "", "out $/1M", "", "highest $/call", "", "note"];

    public void WriteTable(ToolHost host)
    {
        var place = 0;
        TextTable.Write(host, Columns, ranked.Select(next => Row($"{++place}.", next.Facts, Note(next))).Prepend(Row("", old, "to replace")));
        TextTable.Write(host, ["not", "because"], others.Select(static other => (string[])[other.Id, other.Reason]));
    }

    public void WriteJson(ToolHost host) => JsonOutput.Write(host, json =>
    {
        json.WriteStartObject();
        json.WritePropertyName("replace");
        WriteModel(json, old);
        json.WriteEndObject();
        json.WriteStartArray("by");
        foreach (var next in ranked)
        {
            WriteModel(json, next.Facts);
            if (next.ReasoningMode is { } mode)
            {
                json.WriteString("reasoningMode", mode);
            }

            json.WriteBoolean("namedByProvider", IsNamed(next));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("not");
        foreach (var (id, reason) in others)
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("because", reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private string[] Row(string place, ModelFacts model, string note)
    {
        var (highest, before) = (CallCost.Highest(model, method, inputTokens), CallCost.Highest(old, method, inputTokens));
        return
        [
            place,
            model.Id,
            ModelWords.Dollars(model.Price?.Input),
            Change(model, old.Price?.Input, model.Price?.Input),
            ModelWords.Dollars(model.Price?.Output),
            Change(model, old.Price?.Output, model.Price?.Output),
            ModelWords.Dollars(highest),
            Change(model, before, highest),
            note,
        ];
    }

    private string Change(ModelFacts model, decimal? from, decimal? to) => model == old ? "" : ModelWords.Percent(from, to);

    private string Note(ReplacementModel next) =>
        IsNamed(next) ? $"named by the provider{(next.ReasoningMode is { } mode ? $", an equal in reasoning mode {mode}" : "")}" : "";

    private bool IsNamed(ReplacementModel next) => next.Facts.Id == named;

    private void WriteModel(Utf8JsonWriter json, ModelFacts model)
    {
        json.WriteStartObject();
        json.WriteString("id", model.Id);
        json.WriteKnown("inputPrice", model.Price?.Input);
        json.WriteKnown("outputPrice", model.Price?.Output);
        json.WriteKnown("highestCallCost", CallCost.Highest(model, method, inputTokens));
    }
}
