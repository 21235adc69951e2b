using System.Text.Json;
using System.Text.Json.Nodes;
using TypedLlm.Catalog;

namespace TypedLlm.Tool.Probes;

/// <summary>An answer in a strict schema.</summary>
internal sealed class StructuredProbe : AnswerProbe
{
    private const string Name = "probe";
    private const string Property = "ok";

    public override ProbeKind Kind => ProbeKind.Structured;

    /// <summary>Enough to think at the default effort and then to answer; the answer itself has a handful.</summary>
    protected override int MaxTokens => 1024;

    protected override JsonObject BodyOf(ProbeRequest request)
    {
        var body = ProbeBody.Of(request, maxTokens: MaxTokens);
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { [Property] = new JsonObject { ["type"] = "boolean" } },
            ["required"] = new JsonArray(Property),
            ["additionalProperties"] = false,
        };
        if (request.Endpoint == EndpointKind.Chat)
        {
            body["response_format"] = new JsonObject
            {
                ["type"] = "json_schema",
                ["json_schema"] = new JsonObject { ["name"] = Name, ["strict"] = true, ["schema"] = schema },
            };
        }
        else
        {
            body["text"] = new JsonObject
            {
                ["format"] = new JsonObject { ["type"] = "json_schema", ["name"] = Name, ["strict"] = true, ["schema"] = schema },
            };
        }

        return body;
    }

    protected override IReadOnlyList<RecordedRefusal> RefusalsOf(ProbeRequest request)
    {
        const string Detail = "the model does not answer in a JSON schema";
        var param = request.Endpoint == EndpointKind.Chat ? "response_format" : "text";
        return
        [
            new(400, Detail) { Codes = [.. RecordedRefusal.Unsupported, "invalid_json_schema"], Params = [param] },

            // Models from before structured outputs name no code.
            new(400, Detail) { Params = [param], Texts = ["is not supported with this model"] },
        ];
    }

    protected override ProbeResult Read(ProbeContext context, ProbeAnswer answer)
    {
        if (IsInstance(answer.Text))
        {
            return context.Works("answered in the schema");
        }

        // The service refuses a format that a model does not have with a 400, and holds to one that it has accepted. Text that does not fit
        // is therefore none of its answers: a server that takes no notice of the format, a refusal, or a cut. None of it is a recorded no.
        return context.NotLearned(answer switch
        {
            { IsRefusal: true } => "the model refused to answer",
            { IsCut: true } => $"the answer was cut at {MaxTokens} tokens before it was whole",
            _ => "the format was accepted and the answer does not fit it: the server seems to take no notice of it",
        });
    }

    private static bool IsInstance(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.EnumerateObject().Count() == 1
                && root.TryGetProperty(Property, out var value)
                && value.ValueKind is JsonValueKind.True or JsonValueKind.False;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
