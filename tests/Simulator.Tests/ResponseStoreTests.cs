using System.Globalization;
using TypedLlm.TestKit;

namespace TypedLlm.Simulator.Tests;

public sealed class ResponseStoreTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public void The_oldest_that_have_ended_are_forgotten_and_runs_are_not()
    {
        var store = new ResponseStore(_clock);
        store.Add(ResponseRun.Queued(Answer(0, "x"), new BackgroundScript { RunsFor = Timeout.InfiniteTimeSpan }, new SimulatorOptions()));
        for (var number = 1; number <= 10_000; number++)
        {
            store.Add(ResponseRun.Ended(Answer(number, "x"), _clock.GetUtcNow()));
        }

        Assert.Equal(10_000, store.All.Count);
        Assert.Equal(["0", "2"], store.All.Take(2).Select(entry => entry.Run.Id));
    }

    [Fact]
    public void Long_answers_are_counted_by_their_bytes_and_what_was_asked_is_not_kept()
    {
        var store = new ResponseStore(_clock);
        var text = new string('x', 32 * 1024 * 1024);
        for (var number = 0; number < 10; number++)
        {
            store.Add(ResponseRun.Ended(Answer(number, text), _clock.GetUtcNow()));
        }

        // 64 MiB each, of 512.
        Assert.Equal(["3", "4", "5", "6", "7", "8", "9"], store.All.Select(entry => entry.Run.Id));
        Assert.All(store.All, entry => Assert.Empty(entry.Run.Answer.Request.Messages));
    }

    private Answer Answer(int number, string text)
    {
        var request = new TextRequest { Model = null!, Messages = [new InputMessage("user", "Hello")] };
        return new Answer(request)
        {
            ResponseId = number.ToString(CultureInfo.InvariantCulture),
            MessageId = "",
            ReasoningId = "",
            CreatedAt = _clock.GetUtcNow(),
            Model = "",
            ServiceTier = "",
            Deltas = [text],
            InputTokens = 0,
            ReasoningTokens = 0,
        };
    }
}
