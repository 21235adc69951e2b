using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using TypedLlm.Catalog;
using TypedLlm.Chains;
using TypedLlm.CompilerServices;
using TypedLlm.Registry;
using TypedLlm.Telemetry;

namespace TypedLlm.Routing;

/// <summary>Turns the chain of a method into targets, once for each method, and refuses chains that cannot work.</summary>
internal sealed class ChainPlanner(
    ModelRegistry registry, ConfiguredChains chains, IReadOnlyDictionary<string, Provider> providers, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan ShutdownNotice = TimeSpan.FromDays(60);

    private readonly ConcurrentDictionary<EndpointMethod, ChainPlan> _plans = new(ReferenceEqualityComparer.Instance);

    /// <exception cref="LlmException">A model or its provider is not known, or a chain of the settings cannot serve the method.</exception>
    public ChainPlan Plan(EndpointMethod method)
    {
        if (_plans.TryGetValue(method, out var plan))
        {
            return plan;
        }

        plan = Make(method);
        if (_plans.TryAdd(method, plan))
        {
            WarnOfShutdowns(plan);
            TellWeakerAnswers(plan);
        }

        return plan;
    }

    /// <summary>Plans a method and checks that at least one of its models may be asked.</summary>
    /// <exception cref="LlmException">The chain cannot work.</exception>
    public void Check(EndpointMethod method)
    {
        var plan = Plan(method);
        var today = CatalogDate.From(time.GetUtcNow());
        if (plan.Targets.All(target => target.ObstacleOn(today) is not null))
        {
            LlmAttempt[] attempts =
            [
                .. plan.Targets.Select(target => new LlmAttempt(target.Id, AttemptOutcome.Skipped)
                {
                    Failure = LlmFailureKind.NoEligibleModel,
                    Reason = target.ObstacleOn(today),
                    StartedAt = time.GetUtcNow(),
                }),
            ];
            throw new LlmException(LlmFailureKind.NoEligibleModel, FailureText.Of(plan.Name, LlmFailureKind.NoEligibleModel, attempts))
            {
                Attempts = attempts,
            };
        }
    }

    private ChainPlan Make(EndpointMethod method)
    {
        var name = $"{method.Endpoint}.{method.Name}";
        var targets = ChainTargets.Resolve(method, chains.Find(method), registry.For(method.Assembly), CatalogDate.From(time.GetUtcNow()));
        return new ChainPlan(method, [.. targets.Select(target => new PlannedTarget(target, ProviderOf(target, name)))], CallSettings.NeedsOf(method));
    }

    private Provider ProviderOf(ChainTarget target, string method)
    {
        var name = target.Facts.Provider ?? ProviderSettings.Default;
        if (providers.TryGetValue(name, out var provider))
        {
            return provider;
        }

        var path = $"{TypedLlmOptions.SectionName}:Providers:{name}";
        throw new LlmException(
            LlmFailureKind.Configuration,
            $"{method}: '{target.Name}' is served by provider '{name}', which has no settings; set {path}:BaseUrl and {path}:ApiKey, or name another model.");
    }

    private void WarnOfShutdowns(ChainPlan plan)
    {
        var today = CatalogDate.From(time.GetUtcNow());
        var soon = CatalogDate.From(time.GetUtcNow() + ShutdownNotice);
        foreach (var target in plan.Targets)
        {
            if (target.Facts.IsShutDown(today))
            {
                logger.ModelShutDown(plan.Name, target.Id);
            }
            else if (target.Facts.ShutdownDate is { } date && date <= soon)
            {
                logger.ModelRetiring(plan.Name, target.Id, date.ToString());
            }
        }
    }

    /// <summary>A build tells this of chains that are written in code, which the settings may replace.</summary>
    private void TellWeakerAnswers(ChainPlan plan)
    {
        foreach (var target in plan.Targets)
        {
            if (target.Obstacle is null && plan.Needs.FitOf(Need.Structured, target.Facts) == NeedsFit.Weakens && logger.IsEnabled(LogLevel.Information))
            {
                logger.AnswersWeakly(plan.Name, target.Id, AnswerModes.Words(AnswerModes.Of(target.Facts, plan.Needs.Endpoint)));
            }
        }
    }
}
