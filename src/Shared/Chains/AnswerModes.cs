using TypedLlm.Catalog;

namespace TypedLlm.Chains;

/// <summary>Chooses how a model is asked for an answer of a type: in the app, in the build and in the tool alike.</summary>
internal static class AnswerModes
{
    /// <summary>The surest way that is not known to be refused.</summary>
    /// <param name="model">What the catalog knows of the model; what it does not know is tried.</param>
    /// <param name="endpoint">Where it is asked.</param>
    /// <param name="surest">The surest way that the account was not refused.</param>
    public static AnswerMode Of(ModelFacts model, EndpointKind endpoint, AnswerMode surest = AnswerMode.Schema)
    {
        var can = model.Capabilities?.On(endpoint);
        return surest <= AnswerMode.Schema && can?.Structured != false ? AnswerMode.Schema
            : surest <= AnswerMode.JsonObject && can?.JsonMode != false ? AnswerMode.JsonObject
            : AnswerMode.Prompt;
    }

    /// <summary>As part of a sentence about a request.</summary>
    public static string Words(AnswerMode mode) => mode switch
    {
        AnswerMode.JsonObject => "in JSON mode, with the schema in the prompt",
        AnswerMode.Prompt => "with the schema in the prompt alone",
        _ => "in a strict schema",
    };
}
