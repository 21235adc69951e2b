using System.Diagnostics.CodeAnalysis;
using TypedLlm.Tool.Cli;

namespace TypedLlm.Tool.Probes;

/// <summary>Makes probes, within the bounds of cost and time, and leaves nothing behind at the provider.</summary>
internal sealed class ProbeRunner(ToolHost host, ProbeSettings settings)
{
    private const string NoAccessSeen = "not tried: the model does not exist for this key";

    /// <summary>What the probes are expected to cost at most, in USD; null if a price is not known.</summary>
    [SuppressMessage("Performance", "CA1822", Justification = "Asked of the runner that then makes the probes.")]
    public decimal? Estimate(IReadOnlyList<ProbeRequest> requests) =>
        requests.Aggregate((decimal?)0, static (sum, request) => sum + ProbePlan.HighestOf(request));

    /// <summary>One result for each request, in their order. After a cancellation what was made is cleaned up, and then it throws.</summary>
    public async Task<IReadOnlyList<ProbeResult>> RunAsync(IReadOnlyList<ProbeRequest> requests, CancellationToken cancellationToken)
    {
        using var run = new ProbeRun(host, settings, cancellationToken);
        var results = new ProbeResult[requests.Count];
        await run.Progress.RunAsync(requests.Count, () => Task.WhenAll(ProbePlan.Of(requests, run.Budget)
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
        using var run = new ProbeRun(host, settings, cancellationToken);
        var noted = targets.Distinct().SelectMany(target => run.Pending.Of(target).Select(batch => (Target: target, Batch: batch))).ToArray();
        var results = await run.Progress.RunAsync(noted.Length, () => Task.WhenAll(
            noted.Select(async (entry, index) => await ResumeAsync(run, index, entry.Target, entry.Batch))));
        cancellationToken.ThrowIfCancellationRequested();
        return results;
    }

    /// <summary>
    /// The probes of one model on one endpoint: short ones one after the other, the cheapest first, since they may say that the model is not
    /// there at all; then those that wait, at the same time.
    /// </summary>
    private static async IAsyncEnumerable<(int Index, ProbeResult Result)> OfModelAsync(ProbeRun run, IReadOnlyList<PlannedProbe> probes)
    {
        var isMissing = false;
        foreach (var probe in probes.Where(static probe => !IsLong(probe)))
        {
            var result = await MakeAsync(run, probe, isMissing);
            isMissing |= result.IsNoAccess;
            yield return (probe.Index, result);
        }

        var missing = isMissing;
        await foreach (var done in Task.WhenEach(probes.Where(IsLong).Select(async probe => (probe.Index, await MakeAsync(run, probe, missing)))))
        {
            yield return await done;
        }
    }

    private static Task<ProbeResult> MakeAsync(ProbeRun run, PlannedProbe probe, bool isMissing) => probe switch
    {
        { LeftOut: { } reason } => Task.FromResult(run.Say(new ProbeResult(probe.Request, ProbeVerdict.NotLearned, reason))),
        _ when isMissing => Task.FromResult(run.Say(new ProbeResult(probe.Request, ProbeVerdict.Refused, NoAccessSeen) { IsNoAccess = true })),
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
            run.Pending.Remove(noted);
        }

        return result;
    }

    private static bool IsLong(PlannedProbe probe) => ProbeCatalog.Of(probe.Request.Kind).IsLong;
}
