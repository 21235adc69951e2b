using TypedLlm.FaultTests.Scenes;
using TypedLlm.Simulator;

namespace TypedLlm.FaultTests.Scorecard;

/// <summary>The public scorecard's faults on its profile, in each form of an answer: 16 of 16 whole, and never worse than a clean error in parts.</summary>
public sealed class ScorecardTests
{
    public static TheoryData<string, CallForm> Cases
    {
        get
        {
            var cases = new TheoryData<string, CallForm>();
            foreach (var fault in ScorecardFaults.All)
            {
                foreach (var form in new[] { CallForm.Whole, CallForm.Result, CallForm.Text, CallForm.Events, CallForm.RestartingEvents })
                {
                    cases.Add(fault.Id, form);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_caller_and_the_service_see_what_the_scorecard_asks_for(string id, CallForm form)
    {
        var run = await FaultRun.GetAsync(ScorecardFaults.Get(id), Profile.Scorecard, form);

        var expected = run.IsInterrupted ? run.Fault.Requests[..1] : run.Fault.Requests;
        AssertRequests(expected, run.Requests);
        AssertLedger(expected, run);
        if (run.IsInterrupted)
        {
            AssertInterrupted(run);
        }
        else if (run.Fault.Error(run.Profile) is { } error)
        {
            Assert.Equal(error, run.Report.Failure?.Kind);
            Assert.Empty(run.Report.Text);
        }
        else
        {
            AssertAnswered(run);
        }
    }

    private static void AssertRequests(ExpectedRequest[] expected, IReadOnlyList<LoggedRequest> requests)
    {
        Assert.Equal(expected.Select(static request => request.Model), requests.Select(static request => request.Model));
        for (var index = 1; index < expected.Length; index++)
        {
            var wait = requests[index].ArrivedAt - requests[index - 1].ArrivedAt;
            Assert.InRange(wait, expected[index].After, expected[index].NoLaterThan);
        }

        // A restart is clean: no request carries a piece of an answer for the model to go on from.
        Assert.All(requests, static request => Assert.DoesNotContain("assistant", request.Body, StringComparison.Ordinal));
    }

    private static void AssertLedger(ExpectedRequest[] expected, FaultRun run)
    {
        LedgerAssert.Matches(run.Requests, run.Report.Attempts);
        Assert.Equal(expected.Select(static request => request.Failure), run.Report.Attempts.Select(static attempt => attempt.Failure));
    }

    private static void AssertInterrupted(FaultRun run)
    {
        var failure = run.Report.Failure;
        Assert.Equal(run.Fault.Requests[0].Failure, failure?.Kind);
        Assert.Equal(run.Fault.PartsBeforeInterruption, run.Report.Parts);
        Assert.Equal(run.Report.Text, failure?.GetPartialText());
        Assert.Null(run.Report.Result);
    }

    private static void AssertAnswered(FaultRun run)
    {
        Assert.Null(run.Report.Exception);
        Assert.Equal(run.Fault.Answer, run.Report.Text);
        var result = run.Report.Result;
        Assert.NotNull(result);
        Assert.Equal(run.Fault.Answer, result.Value);
        Assert.Equal(FinishReason.Stop, result.FinishReason);
        LedgerAssert.Accounts(result);
        Assert.True(run.Waited < run.Fault.Limit);
        var restarts = run.Report.Events.OfType<LlmEvent<string>.Restarted>().Select(static restart => restart.Interrupted.Failure);
        LlmFailureKind?[] expected = run.Form == CallForm.RestartingEvents && run.Fault.PartsBeforeInterruption is not null ? [run.Fault.Requests[0].Failure] : [];
        Assert.Equal(expected, restarts);
    }
}
