using TypedLlm.Catalog;
using TypedLlm.Chains;
using TypedLlm.CompilerServices;
using TypedLlm.Locks;
using TypedLlm.Routing;
using TypedLlm.Tool.Catalogs;
using TypedLlm.Tool.Chains;
using TypedLlm.Tool.Environments;

namespace TypedLlm.Tool.Upgrades;

/// <summary>Judges the chains that use a model with another one in its place.</summary>
/// <param name="old">A name of the model that is used.</param>
/// <param name="next">A name of the one that shall be.</param>
/// <param name="today">The day that dates are compared with.</param>
/// <param name="inputTokens">How long the input is at most; null for what each model takes.</param>
/// <param name="seen">What is known of the account of an environment.</param>
internal sealed class UpgradePlanner(string old, string next, CatalogDate today, int? inputTokens, Func<ToolEnvironment, ModelLock> seen)
{
    public IReadOnlyList<MethodUpgrade> Plan(IEnumerable<WrittenChain> chains)
    {
        MethodUpgrade[] upgrades = [.. Uses(chains).Select(use => Judge(use.Chain, use.Index))];
        var allCanChange = upgrades.All(static upgrade => upgrade.CanServe);
        return [.. upgrades.Select(upgrade => upgrade.CanServe ? upgrade with { Edits = ChainEdit.Of(upgrade.Chain, upgrade.Index, next, allCanChange) } : upgrade)];
    }

    private IEnumerable<(WrittenChain Chain, int Index)> Uses(IEnumerable<WrittenChain> chains) =>
        chains.Select(chain => (Chain: chain, Index: chain.IndexOf(old))).Where(static use => use.Index >= 0);

    private MethodUpgrade Judge(WrittenChain chain, int index)
    {
        var method = chain.Method.Method;
        var oldFacts = chain.Catalog.Resolve(chain.Names[index]).Facts;
        var newModel = chain.Catalog.Resolve(next);
        var newFacts = UnknownModel.FactsOf(newModel, chain.Catalog);
        var options = chain.Options(today, seen(chain.Environment));
        string[] changed = [.. chain.Names];
        changed[index] = next;
        var before = ChainRules.Check(chain.Names, chain.Needs, options, chain.Catalog);
        var after = ChainRules.Check(changed, chain.Needs, options, chain.Catalog);
        var canServe = !after.Any(problem => problem.Index == index && IsObstacle(problem.RuleId, options));
        return new MethodUpgrade(chain, index)
        {
            Findings = [.. after.Where(problem => problem.Index == index || !before.Any(known => known.RuleId == problem.RuleId && known.Index == problem.Index))],
            Parameters = [.. ParametersOf(method, oldFacts, newFacts)],
            OldCost = oldFacts is null ? null : CallCost.Highest(oldFacts, method, inputTokens),
            NewCost = CallCost.Highest(newFacts, method, inputTokens),
            CanServe = canServe,
        };
    }

    private static bool IsObstacle(string ruleId, ChainOptions options) => AttemptRule.IsPassedOver(ruleId, options) || ruleId is DiagnosticIds.Refused;

    private static IEnumerable<string> ParametersOf(EndpointMethod method, ModelFacts? old, ModelFacts next)
    {
        var needs = CallSettings.NeedsOf(method);
        for (var need = Need.MaxOutputTokens; need <= Need.ServiceTier; need++)
        {
            switch (needs.FitOf(need, next))
            {
                case NeedsFit.Refuses:
                    yield return $"{MethodOrigins.Of(method, need)}, but {next.Id} {RefusalWords.Of(need, needs, next)}; {RefusalWords.WayOut(need, next)}";
                    break;
                case NeedsFit.Unknown when old is null || needs.FitOf(need, old) == NeedsFit.Covers:
                    yield return $"{MethodOrigins.Of(method, need)}; whether {next.Id} takes that is unknown";
                    break;
            }
        }

        if (method.Effort is null && old?.DefaultEffort != next.DefaultEffort)
        {
            yield return $"no effort is set, and the default goes from {old?.DefaultEffort ?? ModelWords.Unknown} to {next.DefaultEffort ?? ModelWords.Unknown}";
        }

        if (method.MaxOutputTokens is null && old?.MaxOutputTokens != next.MaxOutputTokens)
        {
            yield return $"no output limit is set, and the model's own goes from {ModelWords.Tokens(old?.MaxOutputTokens)} to {ModelWords.Tokens(next.MaxOutputTokens)} tokens";
        }
    }
}
