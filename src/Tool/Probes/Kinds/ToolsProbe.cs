using System.Text.Json.Nodes;
using TypedLlm.Catalog;

namespace TypedLlm.Tool.Probes;

/// <summary>A function that the model may call.</summary>
internal sealed class ToolsProbe : AnswerProbe
{
    private static readonly RecordedRefusal[] Refusals =
    [
        new(400, "the model does not take functions") { Codes = RecordedRefusal.Unsupported, Params = ["tools"] },

        // Chat Completions of models that reason: the text is all that says so.
        new(400, "the model takes functions here only with effort none; Responses takes them") { Texts = ["Function tools with reasoning_effort are not supported"] },
    ];

    public override ProbeKind Kind => ProbeKind.Tools;

    protected override JsonObject BodyOf(ProbeRequest request)
    {
        var function = new JsonObject
        {
            ["name"] = "probe",
            ["description"] = "Does nothing.",
            ["strict"] = true,
            ["parameters"] = new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject(),
                ["required"] = new JsonArray(),
                ["additionalProperties"] = false,
            },
        };
        var body = ProbeBody.Of(request);
        if (request.Endpoint == EndpointKind.Chat)
        {
            body["tools"] = new JsonArray(new JsonObject { ["type"] = "function", ["function"] = function });
        }
        else
        {
            function["type"] = "function";
            body["tools"] = new JsonArray(function);
        }

        return body;
    }

    protected override IReadOnlyList<RecordedRefusal> RefusalsOf(ProbeRequest request) => Refusals;
}
