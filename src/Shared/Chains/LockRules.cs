using TypedLlm.Catalog;
using TypedLlm.Locks;

namespace TypedLlm.Chains;

/// <summary>The rules about what the account was seen to offer. They only narrow: what the lock does not mention is no problem.</summary>
internal static class LockRules
{
    private const string Structured = "structured";

    /// <summary>That the account may not ask a model at all.</summary>
    public static ChainProblem? CheckAccess(int index, ChainContext context)
    {
        var model = context.Chain[index];
        if (!context.Options.Lock.HasNoAccess(model.Id))
        {
            return null;
        }

        var replacement = context.ChooseReplacement(index);
        return new ChainProblem(
            DiagnosticIds.NoAccess,
            index,
            model.Name,
            new([context.Options.Lock.Names, ChainWords.Subject(model), ChainWords.Use(replacement)]),
            ChainWords.One(replacement?.Facts.Id));
    }

    /// <summary>That the account was refused what methods need of a model: each need once, with the first method that has it.</summary>
    public static void AddRefusals(int index, ChainContext context, List<ChainProblem> problems)
    {
        var model = context.Chain[index];
        var seen = new HashSet<(string, string)>();
        foreach (var (refusal, need, method) in Find(model.Id, context))
        {
            // An answer of a type is asked for in another way then; AnswerModeRule tells it.
            if ((need != Need.Structured || method.Needs.Structured) && seen.Add((refusal.Endpoint, refusal.Feature)))
            {
                var replacement = context.ChooseReplacement(index);
                var advice = refusal.Use is { } use ? $"what works with it is {use}; else {ChainWords.Use(replacement)}" : ChainWords.Use(replacement);
                problems.Add(new ChainProblem(
                    DiagnosticIds.Refused,
                    index,
                    model.Name,
                    new([context.Options.Lock.Names, WordsOf(need), ChainWords.Subject(model), method.OriginOf(need), advice]),
                    ChainWords.One(replacement?.Facts.Id)));
            }
        }
    }

    /// <summary>Whether a model would have a problem here.</summary>
    public static bool Excludes(string id, ChainContext context) =>
        context.Options.Lock.HasNoAccess(id) || Find(id, context).GetEnumerator().MoveNext();

    /// <summary>Whether the account was refused answers in a strict schema.</summary>
    public static bool RefusesStructured(string id, CallNeeds needs, ChainContext context) =>
        context.Options.Lock.Refusal(id, EndpointOf(needs), Structured) is not null;

    private static IEnumerable<(LockRefusal Refusal, Need Need, MethodNeeds Method)> Find(string id, ChainContext context)
    {
        if (!context.Options.Lock.IsEmpty)
        {
            foreach (var method in context.Needs.Methods)
            {
                for (var need = Need.Streaming; need <= Need.Batch; need++)
                {
                    if (FeatureOf(need, method) is { } feature
                        && context.Options.Lock.Refusal(id, EndpointOf(method.Needs), feature) is { } refusal)
                    {
                        yield return (refusal, need, method);
                    }
                }
            }
        }
    }

    private static string EndpointOf(CallNeeds needs) => needs.Endpoint == EndpointKind.Chat ? "chat" : "responses";

    private static string? FeatureOf(Need need, MethodNeeds method) => need switch
    {
        Need.Streaming when method.Needs.Streaming && !method.ReturnsWhole => "streaming",
        Need.Structured when method.Needs.Structured || method.Needs.Typed => Structured,
        Need.Image when method.Needs.Image => "image",
        Need.Pdf when method.Needs.Pdf => "pdf",
        Need.Tools when method.Needs.Tools => "tools",
        Need.Background when method.Needs.Background => "background",
        Need.Batch when method.Needs.Batch => "batch",
        _ => null,
    };

    private static string WordsOf(Need need) => need switch
    {
        Need.Streaming => "streaming",
        Need.Structured => "answers in a strict schema",
        Need.Image => "images",
        Need.Pdf => "PDF files",
        Need.Tools => "function tools",
        Need.Background => "background runs",
        _ => "batches",
    };
}
