using TypedLlm.Catalog;

namespace TypedLlm.Chains;

/// <summary>The rule that tells which model is asked for answers of a type in a weaker way than by a strict schema. The running app asks it all the same.</summary>
internal static class AnswerModeRule
{
    /// <summary>The problem of the first method that is answered so; null if none is.</summary>
    public static ChainProblem? Check(int index, ModelFacts facts, ChainContext context)
    {
        foreach (var method in context.Needs.Methods)
        {
            if (ReasonOf(context.Chain[index].Id, facts, method.Needs, context) is { } reason)
            {
                return Weaker(index, facts, method, reason, context);
            }
        }

        return null;
    }

    private static string? ReasonOf(string id, ModelFacts facts, CallNeeds needs, ChainContext context) =>
        needs.FitOf(Need.Structured, facts) == NeedsFit.Weakens ? RefusalWords.Of(Need.Structured, needs, facts)
        : needs is { Typed: true, Structured: false } && LockRules.RefusesStructured(id, needs, context)
            ? $"gives the account of {context.Options.Lock.Names} no answers in a strict schema{ChainMessages.SaysLock}"
        : null;

    private static ChainProblem Weaker(int index, ModelFacts facts, MethodNeeds method, string reason, ChainContext context)
    {
        var replacement = context.ChooseReplacement(index);
        var model = context.Chain[index];
        var mode = AnswerModes.Of(facts, method.Needs.Endpoint, AnswerMode.JsonObject);
        return new ChainProblem(
            DiagnosticIds.WeakerAnswers,
            index,
            model.Name,
            new([ChainWords.Subject(model), reason, method.OriginOf(Need.Structured), AnswerModes.Words(mode), ChainWords.Use(replacement)]),
            ChainWords.One(replacement?.Facts.Id));
    }
}
