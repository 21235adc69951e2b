using TypedLlm.Catalog;
using TypedLlm.Tool.Service;

namespace TypedLlm.Tool.Probes;

/// <summary>
/// A batch of one line, followed until the line has its outcome: a batch can be accepted and then fail line by line. Where an endpoint is
/// refused, a second batch tells whether the other works.
/// </summary>
internal sealed class BatchProbe : IProbe
{
    private const string RefusedBefore = "an earlier batch was refused here";

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    public ProbeKind Kind => ProbeKind.Batch;

    public bool IsLong => true;

    public ProbeLoad LoadOf(ProbeRequest request) => ProbeLoad.Of(BatchCalls.LineJson(request), ProbeBody.FewTokens) with { IsBatch = true };

    public async Task<ProbeResult> RunAsync(ProbeContext context)
    {
        var following = context.Follow(LongestPause);
        var (batch, problem) = await CreateAsync(context, context.Request.Endpoint);
        return batch is null ? problem! : await FinishAsync(context, following, batch);
    }

    /// <summary>Follows a batch that an earlier run left. As long as it has not ended it stays where it is, whatever happens here.</summary>
    public static async Task<ProbeResult> ResumeAsync(ProbeContext context, RunningBatch batch)
    {
        var (inProvider, input) = (new CreatedResource(ResourceKind.Batch, batch.Id), new CreatedResource(ResourceKind.File, batch.FileId));
        context.Created.Add(inProvider.Kind, inProvider.Id);
        context.Created.Add(input.Kind, input.Id);
        try
        {
            var now = await context.Session.SendAsync(ServiceCall.Look(inProvider.Path));
            if (now.Status == 404)
            {
                return context.NotLearned("the batch that was left running is not there any more");
            }

            return await FinishAsync(context, context.Follow(LongestPause), batch, now);
        }
        catch (NotLearnedException exception)
        {
            var hasEnded = !context.Created.Remaining.Contains(inProvider);
            Leave();
            return hasEnded
                ? context.NotLearned(exception.Message)
                : context.NotLearned($"{exception.Message}; {context.Pending.ResumeCommand} takes it up again") with { IsPending = true };
        }
        catch (OperationCanceledException)
        {
            Leave();
            throw;
        }

        void Leave()
        {
            if (context.Created.Remaining.Contains(inProvider))
            {
                context.Created.Leave(inProvider);
                context.Created.Leave(input);
            }
        }
    }

    private static async Task<ProbeResult> FinishAsync(ProbeContext context, Following following, RunningBatch batch, ServiceReply? now = null)
    {
        if (batch.Endpoint != context.Request.Endpoint)
        {
            return await LearnUseAsync(context, following, batch, RefusedBefore, now);
        }

        var outcome = await FollowAsync(context, following, batch, now);
        return outcome.Verdict switch
        {
            null => await LeaveAsync(context, batch, context.NotLearned($"{Standing("the batch", following)}; {context.Pending.ResumeCommand} follows it")),
            ProbeVerdict.Works => context.Works(outcome.Detail),
            ProbeVerdict.Refused => await RefuseAsync(context, following, outcome),
            _ => context.NotLearned(outcome.Detail),
        };
    }

    /// <summary>A line can miss a model that works elsewhere, so that only both endpoints together say that it is not there.</summary>
    private static async Task<ProbeResult> RefuseAsync(ProbeContext context, Following following, BatchOutcome outcome)
    {
        var refused = await TryOtherAsync(context, following, outcome.Detail);
        return refused with { IsNoAccess = outcome.IsNoAccess && refused is { Use: null, IsPending: false } };
    }

    private static async Task<ProbeResult> TryOtherAsync(ProbeContext context, Following following, string refusal)
    {
        var other = context.Request.Endpoint == EndpointKind.Chat ? EndpointKind.Responses : EndpointKind.Chat;
        if (!context.Payment.TryRepeat())
        {
            return context.Refused($"{refusal}; whether {BatchCalls.NameOf(other)} works was not tried, since --max-cost leaves nothing for it");
        }

        context.Progress.Say(context.Request, $"refused; trying {BatchCalls.NameOf(other)}");
        RunningBatch? batch;
        try
        {
            (batch, _) = await CreateAsync(context, other);
        }
        catch (NotLearnedException)
        {
            batch = null;
        }

        return batch is null
            ? context.Refused($"{refusal}; {BatchCalls.NameOf(other)} could not be tried")
            : await LearnUseAsync(context, following, batch, refusal);
    }

    /// <summary>The endpoint that was asked for is refused; what remains is whether the other works.</summary>
    private static async Task<ProbeResult> LearnUseAsync(
        ProbeContext context, Following following, RunningBatch other, string refusal, ServiceReply? now = null)
    {
        var name = BatchCalls.NameOf(other.Endpoint);
        try
        {
            var outcome = await FollowAsync(context, following, other, now);
            return outcome.Verdict switch
            {
                null => await LeaveAsync(
                    context, other, context.Refused($"{refusal}; {Standing($"a batch on {name}", following)}, {context.Pending.ResumeCommand} follows it")),
                ProbeVerdict.Works => context.Refused($"{refusal}; {name} works") with { Use = name },
                ProbeVerdict.Refused => context.Refused($"{refusal}; {name} is refused too") with { IsRefusedOnBoth = true },
                _ => NotLearned(outcome.Detail),
            };
        }
        catch (NotLearnedException exception)
        {
            // Neither what cannot be followed nor what cannot be noted takes the refusal back.
            return NotLearned(exception.Message);
        }

        ProbeResult NotLearned(string why) => context.Refused($"{refusal}; whether {name} works was not learned: {why}");
    }

    private static string Standing(string batch, Following following) =>
        following.Problem is { } problem ? $"{batch} could not be looked at any more ({problem})" : $"{batch} still runs";

    private static async Task<(RunningBatch? Batch, ProbeResult? Problem)> CreateAsync(ProbeContext context, EndpointKind endpoint)
    {
        var line = BatchCalls.Line(context.Request with { Endpoint = endpoint });
        var upload = await context.UploadAsync(line, "jsonl", "batch", "application/jsonl");
        if (!upload.IsSuccess)
        {
            return (null, context.NotLearned($"the input could not be uploaded: {FailureWords.NotRecorded(upload, context.Time)}"));
        }

        if (JsonElements.Text(upload.Json(), "id") is not { Length: > 0 } file)
        {
            return (null, context.NotLearned(FailureWords.NotJson(upload)));
        }

        var reply = await context.CreateExpiringAsync(
            ResourceKind.Batch,
            "batches",
            BatchCalls.OutputExpiry,
            expires => ProbeBody.Json(BatchCalls.Create(endpoint, file, context.Tag, expires)),
            isBilled: true);
        if (!reply.IsSuccess)
        {
            return (null, context.Judge(reply, []));
        }

        if (JsonElements.Text(reply.Json(), "id") is not { Length: > 0 } id)
        {
            return (null, context.NotLearned(FailureWords.NotJson(reply)));
        }

        context.Progress.Say(context.Request, $"batch {ServiceWord.OrNull(id)} was accepted, and is followed until its line has an outcome");
        return (new RunningBatch(endpoint, id, file), null);
    }

    /// <param name="context">The probe.</param>
    /// <param name="following">How long it is looked at.</param>
    /// <param name="batch">What is followed.</param>
    /// <param name="now">What it looks like at the moment, if that is known.</param>
    private static async Task<BatchOutcome> FollowAsync(ProbeContext context, Following following, RunningBatch batch, ServiceReply? now)
    {
        var reader = new BatchReader(context, batch);
        var path = new CreatedResource(ResourceKind.Batch, batch.Id).Path;
        for (now ??= await following.NextAsync(path); now is not null; now = await following.NextAsync(path))
        {
            if (await reader.ReadAsync(now.Json()) is { Verdict: not null } outcome)
            {
                return outcome;
            }
        }

        return BatchOutcome.Running;
    }

    /// <summary>Leaves a batch running, noted. Only what is noted is left; otherwise it is cancelled with the rest.</summary>
    private static async Task<ProbeResult> LeaveAsync(ProbeContext context, RunningBatch batch, ProbeResult result)
    {
        await context.Pending.AddAsync(context.Request, batch, context.Session.Cancellation);
        context.Created.Leave(new CreatedResource(ResourceKind.Batch, batch.Id));
        context.Created.Leave(new CreatedResource(ResourceKind.File, batch.FileId));
        return result with { IsPending = true };
    }
}
