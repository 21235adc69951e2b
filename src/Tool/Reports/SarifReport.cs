using System.Text.Json;
using TypedLlm.Tool.Cli;
using TypedLlm.Tool.Rules;
using TypedLlm.Tool.Verification;

namespace TypedLlm.Tool.Reports;

/// <summary>Writes a report as SARIF 2.1.0: one run, whose results stand at methods, and what could not be checked as notifications.</summary>
internal static class SarifReport
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    public static void Write(VerifyReport report, ToolHost host) => JsonOutput.Write(host, json =>
    {
        ToolRule[] rules =
        [
            .. report.Environments.SelectMany(static environment => environment.Findings).Select(static finding => finding.Rule).Distinct()
                .OrderBy(static rule => rule.Id, StringComparer.Ordinal),
        ];
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(json, rules);
        json.WriteArray("invocations", [report], WriteInvocation);
        json.WriteArray(
            "results",
            report.Environments.SelectMany(static environment => environment.Findings.Select(finding => (environment.Name, Finding: finding))),
            (result, item) => WriteResult(result, item.Name, item.Finding, Array.IndexOf(rules, item.Finding.Rule), report.LockPath));
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteTool(Utf8JsonWriter json, IReadOnlyList<ToolRule> rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "typedllm");
        json.WriteString("informationUri", "https://typedllm.dev");
        json.WriteKnown("semanticVersion", typeof(SarifReport).Assembly.GetName().Version?.ToString(3));
        json.WriteArray("rules", rules, static (json, rule) =>
        {
            json.WriteString("id", rule.Id);
            WriteText(json, "shortDescription", rule.Title);
            json.WriteString("helpUri", rule.Help);
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", Words.Of(rule.Level));
            json.WriteEndObject();
        });
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteInvocation(Utf8JsonWriter json, VerifyReport report)
    {
        var missing = report.Environments.SelectMany(static environment => environment.NotChecked.Select(missing => (environment.Name, Missing: missing))).ToList();
        json.WriteBoolean("executionSuccessful", missing.Count == 0);
        json.WriteNumber("exitCode", report.Code);
        json.WriteArray("toolExecutionNotifications", missing, static (json, item) =>
        {
            json.WriteString("level", "warning");
            WriteText(json, "message", Words.Of(item.Missing, item.Name));
            json.WriteStartObject("properties");
            json.WriteString("environment", item.Name);
            json.WriteKnown("model", item.Missing.Model);
            json.WriteEndObject();
        });
    }

    private static void WriteResult(Utf8JsonWriter json, string environment, Finding finding, int ruleIndex, string lockPath)
    {
        json.WriteString("ruleId", finding.Rule.Id);
        json.WriteNumber("ruleIndex", ruleIndex);
        json.WriteString("level", Words.Of(finding.Rule.Level));
        WriteText(json, "message", $"{finding.Message}.");
        json.WriteArray("locations", [finding], (json, item) => WriteLocation(json, item, lockPath));

        // Code scanning tells results apart by it, since they have no lines.
        json.WriteStartObject("partialFingerprints");
        json.WriteString("typedllm/v1", $"{finding.Rule.Id}/{environment}/{finding.Method}/{finding.Model}");
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString("environment", environment);
        json.WriteKnown("model", finding.Model);
        json.WriteEndObject();
    }

    // Code scanning shows only what has a file, and the tool reads no sources: that of all findings is the lock file.
    private static void WriteLocation(Utf8JsonWriter json, Finding finding, string lockPath)
    {
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", Uri.EscapeDataString(lockPath).Replace("%2F", "/", StringComparison.Ordinal));
        json.WriteEndObject();
        json.WriteEndObject();
        if (finding.Method is { } method)
        {
            json.WriteStartArray("logicalLocations");
            json.WriteStartObject();
            json.WriteString("name", method[(method.LastIndexOf('.') + 1)..]);
            json.WriteString("fullyQualifiedName", method);
            json.WriteString("kind", "member");
            json.WriteEndObject();
            json.WriteEndArray();
        }
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }
}
