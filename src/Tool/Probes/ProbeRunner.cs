using System.Diagnostics.CodeAnalysis;
using TypedLlm.Tool.Cli;

namespace TypedLlm.Tool.Probes;

/// <summary>Makes probes, within the bounds of cost and time, and leaves nothing behind at the provider.</summary>
internal sealed class ProbeRunner(ToolHost host, ProbeSettings settings)
{
    private const string NoAccessSeen = FailureWords.NotTried + "the model does not exist for this key";

    // One for all that the runner makes: what is taken up again may begin a batch, too.
    private readonly ProbeBudget _budget = new(settings.MaxCost);

    /// <summary>What the probes are expected to cost at most, in USD; null if a price is not known.</summary>
    [SuppressMessage("Performance", "CA1822", Justification = "Asked of the runner that then makes the probes.")]
    public decimal? Estimate(IReadOnlyList<ProbeRequest> requests) =>
        requests.Aggregate((decimal?)0, static (sum, request) => sum + ProbePlan.HighestOf(request));

    /// <summary>One result for each request, in their order. After a cancellation what was made is cleaned up, and then it throws.</summary>
    public async Task<IReadOnlyList<ProbeResult>> RunAsync(IReadOnlyList<ProbeRequest> requests, CancellationToken cancellationToken)
    {
        using var run = new ProbeRun(host, settings, _budget, isResumed: false, cancellationToken);
        var results = new ProbeResult[requests.Count];
        await run.Progress.RunAsync(requests.Count, () => Task.WhenAll(ProbePlan.Of(requests, _budget)
            .GroupBy(static probe => (probe.Request.Target, probe.Request.Endpoint))
            .Select(async model =>
            {
                await foreach (var (index, result) in OfModelAsync(run, [.. model]))
                {
                    results[index] = result;
                }

                return true;
            })));
        cancellationToken.ThrowIfCancellationRequested();
        return results;
    }

    /// <summary>Follows what earlier runs noted as pending, and takes it off the list when it has its outcome.</summary>
    public async Task<IReadOnlyList<ProbeResult>> ResumeAsync(IReadOnlyList<ProbeTarget> targets, CancellationToken cancellationToken)
    {
        using var run = new ProbeRun(host, settings, _budget, isResumed: true, cancellationToken);
        var noted = targets.Distinct().SelectMany(target => run.Pending.Of(target).Select(batch => (Target: target, Batch: batch))).ToArray();
        var results = await run.Progress.RunAsync(noted.Length, () => Task.WhenAll(
            noted.Select(async (entry, index) => await ResumeAsync(run, index, entry.Target, entry.Batch))));
        cancellationToken.ThrowIfCancellationRequested();
        return results;
    }

    /// <summary>
    /// The probes of one model on one endpoint: short ones one after the other, calls first, since they may say that the model is not there
    /// or that nothing answers; then those that wait, at the same time.
    /// </summary>
    private static async IAsyncEnumerable<(int Index, ProbeResult Result)> OfModelAsync(ProbeRun run, IReadOnlyList<PlannedProbe> probes)
    {
        ProbeResult? last = null;
        var isThere = false;
        foreach (var probe in probes.Where(static probe => !IsLong(probe)).OrderBy(static probe => !IsCall(probe)))
        {
            var result = await MakeAsync(run, probe, last);
            isThere |= result.Verdict == ProbeVerdict.Works;
            last = !isThere && EndsTrying(probe, result) ? last ?? result : last;
            yield return (probe.Index, result);
        }

        var end = last;

        // All of them end before a fault of one is seen: until then they clean up with what the run shares.
        foreach (var done in await Task.WhenAll(probes.Where(IsLong).Select(async probe => (probe.Index, await MakeAsync(run, probe, end)))))
        {
            yield return done;
        }
    }

    private static Task<ProbeResult> MakeAsync(ProbeRun run, PlannedProbe probe, ProbeResult? end) => probe switch
    {
        { LeftOut: { } reason } => Task.FromResult(run.Say(new ProbeResult(probe.Request, ProbeVerdict.NotLearned, reason))),
        _ when end is { IsNoAccess: true } => Task.FromResult(run.Say(new ProbeResult(probe.Request, ProbeVerdict.Refused, NoAccessSeen) { IsNoAccess = true })),
        _ when end is not null => Task.FromResult(run.Say(new ProbeResult(probe.Request, ProbeVerdict.NotLearned, NotTriedAfter(end)))),
        _ => run.MakeAsync(probe.Index, probe.Request, probe.Highest, ProbeCatalog.Of(probe.Request.Kind).RunAsync),
    };

    private static async Task<ProbeResult> ResumeAsync(ProbeRun run, int index, ProbeTarget target, PendingBatch noted)
    {
        if (BatchCalls.KindOf(noted.Asked) is not { } asked || BatchCalls.KindOf(noted.Endpoint) is not { } endpoint)
        {
            throw new ToolException($"the note of batch {noted.Batch} names an endpoint that is not known; delete the note.");
        }

        var request = new ProbeRequest(target, asked, ProbeKind.Batch);
        var isLeft = true;
        var result = await run.MakeAsync(index, request, ProbePlan.HighestOf(request), async context =>
        {
            var result = await BatchProbe.ResumeAsync(context, new RunningBatch(endpoint, noted.Batch, noted.File));
            isLeft = !context.Created.Remaining.Contains(new CreatedResource(ResourceKind.File, noted.File));
            return result;
        });
        if (!isLeft)
        {
            // Only now that it is cleaned up: a note of something that is gone does less harm than something that nobody knows of.
            await run.Pending.RemoveAsync(noted);
        }

        return result;
    }

    /// <summary>
    /// Whether more of this model would only cost: it is not there, or not even a call is answered. What is wrong with one request ends nothing,
    /// since others may lack what was refused.
    /// </summary>
    private static bool EndsTrying(PlannedProbe probe, ProbeResult result) =>
        result.IsNoAccess || (IsCall(probe) && result.IsUnreachable);

    private static string NotTriedAfter(ProbeResult end) =>
        end.Detail.StartsWith(FailureWords.NotTried, StringComparison.Ordinal) ? end.Detail : FailureWords.NotTried + end.Detail;

    private static bool IsCall(PlannedProbe probe) => probe.Request.Kind == ProbeKind.Call;

    private static bool IsLong(PlannedProbe probe) => ProbeCatalog.Of(probe.Request.Kind).IsLong;
}
