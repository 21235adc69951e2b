using System.Text.Json;
using TypedLlm.Locks;
using TypedLlm.Tool.Cli;
using TypedLlm.Tool.Reports;

namespace TypedLlm.Tool.Locks;

/// <summary>Writes a lock file, always in one order, so that a review shows what changed and nothing else.</summary>
internal static class LockWriter
{
    private const string Schema = "https://typedllm.dev/schemas/lock.schema.json";

    public static string Write(LockFile file) => JsonOutput.TextOf(json =>
    {
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteNumber("version", 1);
        json.WriteStartObject("environments");
        foreach (var environment in file.Environments.OrderBy(static environment => environment.Name, StringComparer.Ordinal))
        {
            Write(json, environment);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, LockEnvironment environment)
    {
        json.WriteStartObject(environment.Name);
        json.WriteKnown("baseUrl", environment.BaseUrl);
        json.WriteKnown("credential", environment.Credential);
        json.WriteKnown("checked", environment.Checked?.ToString());
        json.WriteStartObject("models");
        foreach (var (id, model) in environment.Models.OrderBy(static model => model.Key, StringComparer.Ordinal))
        {
            Write(json, id, model);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string id, LockedModel model)
    {
        json.WriteStartObject(id);
        if (model.Access is { } access)
        {
            json.WriteBoolean("access", access);
        }

        if (!model.Refused.IsEmpty)
        {
            json.WriteStartArray("refused");
            foreach (var refusal in model.Refused.OrderBy(static refusal => refusal.Endpoint, StringComparer.Ordinal).ThenBy(static refusal => refusal.Feature, StringComparer.Ordinal))
            {
                json.WriteStartObject();
                json.WriteString("endpoint", refusal.Endpoint);
                json.WriteString("feature", refusal.Feature);
                json.WriteKnown("use", refusal.Use);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
