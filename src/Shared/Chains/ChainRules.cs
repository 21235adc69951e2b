using TypedLlm.Catalog;

namespace TypedLlm.Chains;

/// <summary>The rules about a chain of models, for compiler and runtime alike. What is unknown is never a problem.</summary>
internal static class ChainRules
{
    private const int MaxNearest = 3;

    /// <summary>The problems of a chain in its order.</summary>
    /// <param name="chain">The names as written: the primary, null or blank if there is none, and then its fallbacks.</param>
    /// <param name="needs">What every model of the chain has to serve.</param>
    /// <param name="options">What else the chain is judged by.</param>
    /// <param name="catalog">What is known about models.</param>
    public static IReadOnlyList<ChainProblem> Check(
        IReadOnlyList<string?> chain, ChainNeeds needs, ChainOptions options, ModelCatalog catalog)
    {
        var problems = new List<ChainProblem>();
        var resolved = Resolve(chain, catalog);
        var context = new ChainContext(resolved, needs, options, catalog);
        if (resolved.Count == 0 || string.IsNullOrWhiteSpace(resolved[0].Name))
        {
            problems.Add(new ChainProblem(DiagnosticIds.NoPrimary, 0, "", default, default));
        }
        else
        {
            AddModelProblems(0, context, problems);
            if (resolved.Count == 1 && options.RequireFallback && string.IsNullOrWhiteSpace(options.NoFallback))
            {
                problems.Add(NoFallback(context));
            }
        }

        for (var i = 1; i < resolved.Count; i++)
        {
            AddModelProblems(i, context, problems);
        }

        AddIfAny(AttemptRule.Check(context, problems), problems);
        return problems;
    }

    private static List<ModelResolution> Resolve(IReadOnlyList<string?> chain, ModelCatalog catalog)
    {
        var resolved = new List<ModelResolution>(chain.Count);
        foreach (var name in chain)
        {
            resolved.Add(catalog.Resolve(name ?? ""));
        }

        return resolved;
    }

    // What is not asked at all is not held to more: the first reason is the one to mend.
    private static void AddModelProblems(int index, ChainContext context, List<ChainProblem> problems)
    {
        var model = context.Chain[index];
        var earlier = EarlierEqual(index, context);
        if (model.Facts is null)
        {
            problems.Add(Unknown(index, model, context));
        }
        else if (model.Facts.IsShutDown(context.Today))
        {
            problems.Add(ShutDown(index, model, model.Facts, context));
        }
        else if (earlier < 0)
        {
            AddProblemsOfLive(index, model.Facts, context, problems);
        }

        if (earlier >= 0)
        {
            problems.Add(Repeated(index, earlier, context));
        }
    }

    private static void AddProblemsOfLive(int index, ModelFacts facts, ChainContext context, List<ChainProblem> problems)
    {
        if ((PolicyRule.Check(index, context) ?? LockRules.CheckAccess(index, context)) is { } notAsked)
        {
            problems.Add(notAsked);
        }
        else if (!context.Options.JudgesNeeds || !NeedRules.Add(index, facts, context, problems))
        {
            LockRules.AddRefusals(index, context, problems);
            AddIfAny(context.Options.JudgesNeeds ? AnswerModeRule.Check(index, facts, context) : null, problems);
            AddIfAny(RetirementRules.Check(index, facts, context), problems);
            AddIfAny(PriceRatio.Check(index, facts, context), problems);
        }
    }

    private static void AddIfAny(ChainProblem? problem, List<ChainProblem> problems)
    {
        if (problem is not null)
        {
            problems.Add(problem);
        }
    }

    private static int EarlierEqual(int index, ChainContext context)
    {
        for (var earlier = 0; earlier < index; earlier++)
        {
            if (context.Chain[earlier].Id == context.Chain[index].Id)
            {
                return earlier;
            }
        }

        return -1;
    }

    private static ChainProblem Unknown(int index, ModelResolution model, ChainContext context)
    {
        var nearest = context.Nearest(model.Id, MaxNearest);
        var advice = nearest.Count == 0
            ? "if the service has it, declare it in typedllm.models.json"
            : $"did you mean {ChainWords.Any(nearest)}?";
        var origin = model.Id == model.Name ? "" : $"'{model.Name}' stands for it; ";
        return new ChainProblem(
            DiagnosticIds.UnknownModel, index, model.Name, new([model.Id, origin + advice]), EquatableArray<string>.From(nearest));
    }

    private static ChainProblem NoFallback(ChainContext context)
    {
        var primary = context.Chain[0];
        var isReached = context.Options.MaxAttempts > context.Chain.Count;
        var choice = primary.Facts is null || !isReached ? null : context.ChooseFallback(primary.Facts);
        var written = choice is null ? "Fallback" : $"Fallback = \"{choice.Id}\"";
        var advice = $"set {written}{(isReached ? "" : " and raise MaxAttempts")}, or say with NoFallback why there is none";
        return new ChainProblem(DiagnosticIds.NoFallback, 0, primary.Name, new([primary.Name, advice]), ChainWords.One(choice?.Id));
    }

    private static ChainProblem Repeated(int index, int earlier, ChainContext context)
    {
        var model = context.Chain[index];
        var choice = model.Facts is null ? null : context.ChooseReplacement(index)?.Facts;
        var advice = choice is null ? "name another model or remove it" : $"use '{choice.Id}' or remove it";
        var earlierName = context.Chain[earlier].Name;
        var repeat = model.Name == earlierName ? "stands in the chain twice, which adds nothing" : $"is '{model.Id}', as '{earlierName}' before it, and fails with it";
        return new ChainProblem(
            DiagnosticIds.FallbackEqualsPrimary,
            index,
            model.Name,
            new([model.Name, earlierName, repeat, advice]),
            ChainWords.One(choice?.Id));
    }

    private static ChainProblem ShutDown(int index, ModelResolution model, ModelFacts facts, ChainContext context)
    {
        var replacement = context.ChooseReplacement(index);
        var subject = ChainWords.Subject(model);
        var since = ChainWords.Since(facts);
        var advice = ChainWords.Use(replacement);
        var suggestions = ChainWords.One(replacement?.Facts.Id);
        if (index == 0)
        {
            return new ChainProblem(DiagnosticIds.PrimaryShutDown, 0, model.Name, new([subject, since, advice]), suggestions);
        }

        var consequence = context.HasWorkingFallback() ? "" : ", so that the chain has no working fallback";
        return new ChainProblem(
            DiagnosticIds.FallbackShutDown, index, model.Name, new([subject, since, consequence, advice]), suggestions);
    }
}
