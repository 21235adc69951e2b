using System.Text.Json.Nodes;
using TypedLlm.Catalog;

namespace TypedLlm.Tool.Probes;

/// <summary>A minimal call, with the effort, temperature and tier that a method sends.</summary>
internal sealed class CallProbe : AnswerProbe
{
    public override ProbeKind Kind => ProbeKind.Call;

    protected override JsonObject BodyOf(ProbeRequest request)
    {
        var body = ProbeBody.Of(request);
        if (request.Effort is { } effort)
        {
            if (request.Endpoint == EndpointKind.Chat)
            {
                body["reasoning_effort"] = effort;
            }
            else
            {
                body["reasoning"] = new JsonObject { ["effort"] = effort };
            }
        }

        if (request.Temperature is { } temperature)
        {
            body["temperature"] = temperature;
        }

        if (request.ServiceTier is { } tier)
        {
            body["service_tier"] = tier;
        }

        return body;
    }

    protected override IReadOnlyList<RecordedRefusal> RefusalsOf(ProbeRequest request)
    {
        var refusals = new List<RecordedRefusal>();
        if (request.Effort is { } effort)
        {
            refusals.Add(Of($"the model does not take the effort {effort}", "reasoning", "reasoning_effort"));
        }

        if (request.Temperature is not null)
        {
            refusals.Add(Of($"the model does not take this temperature{(request.Effort is { } with ? $" with the effort {with}" : "")}", "temperature"));
        }

        if (request.ServiceTier is { } tier)
        {
            refusals.Add(Of($"the model is not served in the tier {tier}", "service_tier"));
        }

        return refusals;
    }

    private static RecordedRefusal Of(string detail, params string[] names) =>
        new(400, detail) { Codes = [.. RecordedRefusal.Unsupported, "invalid_value"], Params = names };
}
