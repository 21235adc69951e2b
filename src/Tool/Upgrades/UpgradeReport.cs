using System.Text.Json;
using TypedLlm.Tool.Catalogs;
using TypedLlm.Tool.Cli;
using TypedLlm.Tool.Environments;

namespace TypedLlm.Tool.Upgrades;

/// <summary>Writes what an upgrade changes.</summary>
/// <param name="old">The name of the model that is used.</param>
/// <param name="next">The name of the one that shall be.</param>
/// <param name="differences">How the two differ.</param>
/// <param name="methods">What that means for the methods that use the old one.</param>
internal sealed class UpgradeReport(string old, string next, IReadOnlyList<ModelDifference> differences, IReadOnlyList<MethodUpgrade> methods)
{
    public void WriteText(ToolHost host)
    {
        if (differences.Count > 0)
        {
            TextTable.Write(host, ["what", old, next, ""], differences.Select(static row => (string[])[row.What, row.Old, row.New, row.Change]));
        }

        var isFirst = differences.Count == 0;
        foreach (var method in methods)
        {
            host.Out.Write(isFirst ? "" : "\n");
            isFirst = false;
            Write(host.Out, method);
        }

        // A method is one, however many environments it was looked at in.
        var all = CountMethods(methods);
        host.Error.WriteLine(all == 0
            ? $"No method uses {old}."
            : $"{Count(all, "method uses", "methods use")} {old}; {next} {(CountMethods(methods.Where(static method => !method.CanServe)) is var refused and > 0 ? $"cannot serve {refused} of them" : all == 1 ? "can serve it" : "can serve them")}.");
    }

    public void WriteJson(ToolHost host) => JsonOutput.Write(host, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        json.WriteString("old", old);
        json.WriteString("new", next);
        json.WriteStartArray("differences");
        foreach (var difference in differences)
        {
            json.WriteStartObject();
            json.WriteString("what", difference.What);
            json.WriteString("old", difference.Old);
            json.WriteString("new", difference.New);
            json.WriteString("change", difference.Change);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("methods");
        foreach (var method in methods)
        {
            Write(json, method);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Write(TextWriter output, MethodUpgrade upgrade)
    {
        var chain = upgrade.Chain;
        var environment = chain.Environment.Name == ToolEnvironment.Default ? "" : $" [{chain.Environment.Name}]";
        output.WriteLine($"{chain.Method.FullName}{environment}: {Place(upgrade.Index)} of {string.Join(" → ", chain.Names)}{(upgrade.CanServe ? "" : " — CANNOT BE SERVED")}");
        foreach (var finding in upgrade.Findings)
        {
            output.WriteLine($"  {finding.RuleId}  {finding.Message}.");
        }

        foreach (var parameter in upgrade.Parameters)
        {
            output.WriteLine($"  {parameter}");
        }

        var change = ModelWords.Percent(upgrade.OldCost, upgrade.NewCost);
        output.WriteLine($"  highest cost of a request: {ModelWords.Dollars(upgrade.OldCost)} → {ModelWords.Dollars(upgrade.NewCost)} USD{(change.Length > 0 ? $" ({change})" : "")}");
        foreach (var edit in upgrade.Edits)
        {
            output.WriteLine($"  edit {edit.Where}: {edit.Text}");
        }
    }

    private static void Write(Utf8JsonWriter json, MethodUpgrade upgrade)
    {
        json.WriteStartObject();
        json.WriteString("environment", upgrade.Chain.Environment.Name);
        json.WriteString("method", upgrade.Chain.Method.FullName);
        json.WriteNumber("place", upgrade.Index);
        json.WriteString("name", upgrade.Chain.Names[upgrade.Index]);
        json.WriteBoolean("canServe", upgrade.CanServe);
        json.WriteStartArray("findings");
        foreach (var finding in upgrade.Findings)
        {
            json.WriteStartObject();
            json.WriteString("rule", finding.RuleId);
            json.WriteString("message", finding.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("parameters");
        foreach (var parameter in upgrade.Parameters)
        {
            json.WriteStringValue(parameter);
        }

        json.WriteEndArray();
        json.WriteKnown("oldHighestCost", upgrade.OldCost);
        json.WriteKnown("newHighestCost", upgrade.NewCost);
        json.WriteStartArray("edits");
        foreach (var edit in upgrade.Edits)
        {
            json.WriteStartObject();
            json.WriteString("where", edit.Where);
            json.WriteString("text", edit.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Place(int index) => index == 0 ? "primary" : "fallback";

    private static int CountMethods(IEnumerable<MethodUpgrade> upgrades) => upgrades.Select(static upgrade => upgrade.Chain.Method).Distinct().Count();

    private static string Count(int count, string one, string many) => $"{count} {(count == 1 ? one : many)}";
}
