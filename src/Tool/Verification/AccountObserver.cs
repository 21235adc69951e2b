using TypedLlm.Tool.Cli;
using TypedLlm.Tool.Probes;

namespace TypedLlm.Tool.Verification;

/// <summary>Asks the accounts of all environments which models they have, and then tries with those what is needed.</summary>
internal sealed class AccountObserver(ToolHost host, VerifyOptions options, int concurrency)
{
    /// <summary>What was seen of the targets of each plan.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<ModelObservation>>> ObserveAsync(IReadOnlyList<EnvironmentPlan> plans, CancellationToken cancellationToken)
    {
        var listed = await Task.WhenAll(plans.Select(plan => ListAsync(plan, cancellationToken)));
        var results = await TryAsync(plans.Zip(listed, RequestsOf).SelectMany(static requests => requests), plans, cancellationToken);
        return
        [
            .. plans.Zip(listed, (plan, models) => (IReadOnlyList<ModelObservation>)
            [
                .. plan.Targets.Select(target => new ModelObservation(
                    target, models.GetValueOrDefault(target), [.. target.Requests.SelectMany(request => results[request]).Concat(Unasked(target, results))])),
            ]),
        ];
    }

    private async Task<IReadOnlyDictionary<ModelTarget, ListedModel>> ListAsync(EnvironmentPlan plan, CancellationToken cancellationToken)
    {
        var asked = plan.Targets.Where(plan.CanAsk).GroupBy(static target => target.Provider!).ToList();
        var answers = await Task.WhenAll(asked.Select(group =>
            new AccountReader(group.Key, host, concurrency).ReadAsync([.. group.Select(target => group.Key.WireNameOf(target.Id)).Distinct()], cancellationToken)));
        var listed = new Dictionary<ModelTarget, ListedModel>();
        foreach (var (group, answer) in asked.Zip(answers))
        {
            foreach (var target in group)
            {
                var name = group.Key.WireNameOf(target.Id);
                listed.Add(target, name != target.Id && answer[name].Access == false
                    ? ListedModel.NotLearned($"its deployment '{name}' is not listed, which a service with deployments need not do")
                    : answer[name]);
            }
        }

        return listed;
    }

    // What is not there, or cannot be reached, is not tried.
    private IEnumerable<ProbeRequest> RequestsOf(EnvironmentPlan plan, IReadOnlyDictionary<ModelTarget, ListedModel> listed) => !options.Probes
        ? []
        : plan.Targets
            .Where(target => target.IsProbed && listed.TryGetValue(target, out var model) && model is { Access: not false, IsUnreachable: false })
            .SelectMany(static target => target.Requests);

    private async Task<ILookup<ProbeRequest, ProbeResult>> TryAsync(
        IEnumerable<ProbeRequest> requests, IReadOnlyList<EnvironmentPlan> plans, CancellationToken cancellationToken)
    {
        var runner = new ProbeRunner(host, new ProbeSettings(options.MaxCost, options.Wait, concurrency, [.. plans.Select(static plan => plan.Environment.Name)], options.PendingPath));
        var results = new List<ProbeResult>();
        if (options.Resumes)
        {
            ProbeTarget[] targets = [.. plans.SelectMany(static plan => plan.Targets.Where(plan.CanAsk)).SelectMany(static target => target.Requests).Select(static request => request.Target).Distinct()];
            results.AddRange(await runner.ResumeAsync(targets, cancellationToken));
        }

        // Environments that share an account share what is tried, and what was taken up again is not begun anew.
        ProbeRequest[] open = [.. requests.Distinct().Where(request => !results.Exists(result => result.Request == request))];
        if (open.Length > 0)
        {
            await host.Error.WriteLineAsync(CostNote(runner.Estimate(open)));
            results.AddRange(await runner.RunAsync(open, cancellationToken));
        }

        return Weighed(results).ToLookup(static result => result.Request);
    }

    /// <summary>Where something of a model works, the model is there: that it was not found is then a refusal of what was tried alone.</summary>
    private static IEnumerable<ProbeResult> Weighed(IReadOnlyList<ProbeResult> results)
    {
        var present = results.Where(static result => result.Verdict == ProbeVerdict.Works).Select(static result => result.Request.Target).ToHashSet();
        return results.Select(result => result.IsNoAccess && present.Contains(result.Request.Target)
            ? result with { IsNoAccess = false, Detail = $"{result.Detail}, although other calls to it work" }
            : result);
    }

    private string CostNote(decimal? estimate) => estimate is { } cost
        ? $"typedllm: what is tried may cost up to {ProbePlan.Dollars(cost)}; --max-cost allows {ProbePlan.Dollars(options.MaxCost)}."
        : $"typedllm: what is tried has prices that the catalog does not know; --max-cost allows {ProbePlan.Dollars(options.MaxCost)}.";

    /// <summary>What was taken up again although nothing of this run asks for it.</summary>
    private static IEnumerable<ProbeResult> Unasked(ModelTarget target, ILookup<ProbeRequest, ProbeResult> results) =>
        results.Where(group => !target.Requests.Contains(group.Key) && target.Requests.Any(request => request.Target == group.Key.Target)).SelectMany(static group => group);
}
