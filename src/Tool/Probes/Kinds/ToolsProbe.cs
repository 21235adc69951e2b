using System.Text.Json.Nodes;
using TypedLlm.Catalog;

namespace TypedLlm.Tool.Probes;

/// <summary>A function that the model has to call: a server that takes no notice of functions answers with text.</summary>
internal sealed class ToolsProbe : AnswerProbe
{
    /// <summary>Enough to think at the default effort and then to call.</summary>
    private const int ThoughtAndCall = 1024;

    private static readonly RecordedRefusal[] Refusals =
    [
        new(400, "the model does not take functions") { Codes = RecordedRefusal.Unsupported, Params = ["tools"] },

        // Chat Completions of models that reason: the text is all that says so.
        new(400, "the model takes functions here only with effort none; Responses takes them") { Texts = ["Function tools with reasoning_effort are not supported"] },
    ];

    public override ProbeKind Kind => ProbeKind.Tools;

    protected override int MaxTokensOf(ProbeRequest request) => request.Endpoint == EndpointKind.Chat ? ThoughtAndCall : LittleThought.MaxTokensOf(request);

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
        var body = ProbeBody.Of(request, maxTokens: MaxTokensOf(request));
        if (request.Endpoint == EndpointKind.Chat)
        {
            // Without an effort: some models take functions here only with effort none, and methods seldom set it.
            body["tools"] = new JsonArray(new JsonObject { ["type"] = "function", ["function"] = function });
        }
        else
        {
            function["type"] = "function";
            body["tools"] = new JsonArray(function);
            LittleThought.Add(body, request);
        }

        body["tool_choice"] = "required";
        return body;
    }

    protected override IReadOnlyList<RecordedRefusal> RefusalsOf(ProbeRequest request) => Refusals;

    protected override ProbeResult Read(ProbeContext context, ProbeAnswer answer) => answer switch
    {
        { HasCall: true } => context.Works("called the function"),
        { IsCut: true } => context.NotLearned($"the answer was cut at {MaxTokensOf(context.Request)} tokens before the function was called"),
        _ => context.NotLearned("the function was accepted and not called although it had to be: the server seems to take no notice of it"),
    };
}
