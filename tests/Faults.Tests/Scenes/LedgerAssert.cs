using TypedLlm.Simulator;

namespace TypedLlm.FaultTests.Scenes;

/// <summary>Holds the ledger of a call against the simulator's log: each request that arrived is an attempt, and no more.</summary>
internal static class LedgerAssert
{
    public static async Task MatchesAsync(SimulatorLog log, IReadOnlyList<LlmAttempt> attempts)
    {
        var requests = log.Requests;
        foreach (var request in requests)
        {
            // Also: no connection is left open by the client.
            await log.WaitForClosedAsync(request.Number);
        }

        Matches(requests, attempts);
    }

    /// <summary>The same for requests that have all ended.</summary>
    public static void Matches(IReadOnlyList<LoggedRequest> requests, IReadOnlyList<LlmAttempt> attempts)
    {
        LlmAttempt[] sent = [.. attempts.Where(static attempt => attempt.Outcome != AttemptOutcome.Skipped)];
        Assert.Equal(requests.Select(static request => request.Model), sent.Select(static attempt => attempt.Model));
        foreach (var (request, attempt) in requests.Zip(sent))
        {
            Assert.Equal(request.ArrivedAt, attempt.StartedAt);
            Assert.Equal(request.Outcome!.Status == 0 ? null : request.RequestId, attempt.RequestId);
        }
    }

    /// <summary>Failed attempts say what failed and are not counted as completions; the one that answered has usage and cost, and those are the answer's.</summary>
    public static void Accounts(LlmResult<string> result)
    {
        var answered = Assert.Single(result.Attempts, static attempt => attempt.Outcome == AttemptOutcome.Succeeded);
        Assert.Same(answered, result.Attempts[^1]);
        Assert.StartsWith(answered.Model, result.Model, StringComparison.Ordinal);
        Assert.Null(answered.Failure);
        Assert.NotNull(answered.Usage);
        Assert.Equal(result.Usage, answered.Usage);
        Assert.Equal(result.TotalUsage, answered.Usage);
        Assert.True(answered.Cost > 0);
        Assert.Equal(result.Cost, result.Attempts.Sum(static attempt => attempt.Cost ?? 0));
        foreach (var failed in result.Attempts.SkipLast(1))
        {
            Assert.NotNull(failed.Failure);
            Assert.NotNull(failed.Reason);
            Assert.NotEqual(AttemptOutcome.Succeeded, failed.Outcome);
            Assert.Null(failed.Usage);
            Assert.Null(failed.Cost);
        }
    }
}
