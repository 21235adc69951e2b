using System.Text.Json;
using TypedLlm.Tool.Cli;
using TypedLlm.Tool.Probes;
using TypedLlm.Tool.Verification;

namespace TypedLlm.Tool.Reports;

/// <summary>
/// Writes a report as JSON for programs. The version is raised when a field changes its meaning or goes; new fields may come without. What is not
/// known is left out, but for <c>access</c>, which is null then.
/// </summary>
internal static class JsonReport
{
    private const int Version = 1;

    public static void Write(VerifyReport report, ToolHost host) => JsonOutput.Write(host, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("version", Version);
        json.WriteNumber("exitCode", report.Code);
        json.WriteBoolean("offline", report.IsOffline);
        json.WriteKnown("date", report.Today?.ToString());
        json.WriteNumber("costUsd", report.Cost);
        json.WriteArray("environments", report.Environments, Write);
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, EnvironmentReport environment)
    {
        json.WriteString("name", environment.Name);
        json.WriteKnown("baseUrl", environment.BaseUrl);
        json.WriteKnown("credential", environment.Credential);
        json.WriteArray("models", environment.Models, Write);
        json.WriteArray("findings", environment.Findings, Write);
        json.WriteArray("notChecked", environment.NotChecked, Write);
        json.WriteStartArray("notes");
        foreach (var note in environment.Notes)
        {
            json.WriteStringValue(note);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, ModelObservation model)
    {
        json.WriteString("id", model.Target.Id);
        json.WriteString("provider", model.Target.ProviderName);
        if (model.Access is { } access)
        {
            json.WriteBoolean("access", access);
        }
        else
        {
            json.WriteNull("access");
        }

        json.WriteKnown("shutdownDate", model.Listed?.ShutdownDate?.ToString());
        json.WriteArray("tried", model.Results, Write);
    }

    private static void Write(Utf8JsonWriter json, ProbeResult result)
    {
        json.WriteString("feature", WireWords.Of(result.Request.Kind));
        json.WriteString("endpoint", WireWords.Of(result.Request.Endpoint));
        json.WriteKnown("effort", result.Request.Effort);
        if (result.Request.Temperature is { } temperature)
        {
            json.WriteNumber("temperature", temperature);
        }

        json.WriteKnown("serviceTier", result.Request.ServiceTier);
        json.WriteString("verdict", WireWords.Of(result.Verdict));
        json.WriteString("detail", result.Detail);
        json.WriteKnown("use", result.Use);
        if (result.IsPending)
        {
            json.WriteBoolean("pending", true);
        }

        if (result.Queued is { } queued)
        {
            json.WriteNumber("queuedSeconds", queued.TotalSeconds);
        }

        if (result.Cost is { } cost)
        {
            json.WriteNumber("costUsd", cost);
        }

        json.WriteKnown("requestId", result.RequestId);
    }

    private static void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteString("rule", finding.Rule.Id);
        json.WriteString("level", Words.Of(finding.Rule.Level));
        json.WriteKnown("method", finding.Method);
        json.WriteKnown("model", finding.Model);
        json.WriteString("message", finding.Message);
        json.WriteString("help", finding.Rule.Help);
    }

    private static void Write(Utf8JsonWriter json, NotChecked missing)
    {
        json.WriteKnown("model", missing.Model);
        json.WriteString("what", missing.What);
        json.WriteString("reason", missing.Reason);
    }
}
