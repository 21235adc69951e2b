using System.Text.Json;
using TypedLlm.Catalog;
using TypedLlm.Tool.Service;

namespace TypedLlm.Tool.Verification;

/// <summary>The models of an account, as <c>GET /v1/models</c> answers.</summary>
/// <param name="Models">The ids with their shutdown dates; null if the answer is none that can be believed.</param>
/// <param name="Reason">Why it is not; null if it is.</param>
internal sealed record ListedModels(IReadOnlyDictionary<string, CatalogDate?>? Models, string? Reason)
{
    /// <summary>Reads a success. Compatible servers answer with all kinds of things: what is no list of ids is not learned.</summary>
    public static ListedModels Read(ServiceReply reply)
    {
        if (reply.Json() is not { } root)
        {
            return NotLearned("it answered /models with something that is no JSON object, as a proxy or a wrong address does");
        }

        if (!root.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Array)
        {
            return NotLearned("its answer to /models has no list 'data'");
        }

        if (data.GetArrayLength() == 0)
        {
            return NotLearned("it lists no model at all");
        }

        var models = new Dictionary<string, CatalogDate?>(StringComparer.Ordinal);
        foreach (var item in data.EnumerateArray())
        {
            if (IdOf(item) is { } id)
            {
                models[id] = ShutdownDateOf(item);
            }
        }

        return models.Count == 0 ? NotLearned("the models that it lists have no ids") : new ListedModels(models, null);
    }

    /// <summary>The date of a model object; null if it names none, or none that can be read.</summary>
    public static CatalogDate? ShutdownDateOf(JsonElement model) =>
        JsonElements.Text(model, "shutdown_date") is { } text && CatalogDate.TryParse(text, out var date) ? date : null;

    /// <summary>The id of a model object; null if it is none.</summary>
    public static string? IdOf(JsonElement model) => JsonElements.Text(model, "id");

    private static ListedModels NotLearned(string reason) => new(null, reason);
}
