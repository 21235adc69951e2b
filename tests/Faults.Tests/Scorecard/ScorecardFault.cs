using TypedLlm.FaultTests.Endpoints;
using TypedLlm.FaultTests.Scenes;
using TypedLlm.Simulator;

namespace TypedLlm.FaultTests.Scorecard;

/// <summary>One fault of the public scorecard: how it is made, how the clock goes on under it, and what a pass needs on the scorecard's profile.</summary>
internal sealed record ScorecardFault(string Id, string Title)
{
    /// <summary>Makes the models fail.</summary>
    public required Action<SimulatorScripts, Profile> Inject { get; init; }

    /// <summary>Moves the clock through each wait of a call; nothing for faults that end without one.</summary>
    public Func<FaultScene, Profile, Task> Drive { get; init; } = static (_, _) => Task.CompletedTask;

    /// <summary>The endpoint that is called.</summary>
    public Func<FaultScene, Profile, IDesk> Desk { get; init; } = static (scene, profile) => profile.Desk(scene);

    /// <summary>The requests of a call, in order.</summary>
    public required ExpectedRequest[] Requests { get; init; }

    /// <summary>How the call must end if no model can answer it; null where an answer is due.</summary>
    public Func<Profile, LlmFailureKind?> Error { get; init; } = static _ => null;

    /// <summary>How long a call may wait for its answer; no limit where the scorecard names none.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.MaxValue;

    /// <summary>For faults in the middle of an answer: what ends a stream that may not restart. Such a stream saw the first request alone.</summary>
    public int? PartsBeforeInterruption { get; init; }

    /// <summary>The text of a whole answer.</summary>
    public string Answer => Requests[^1].Model == Model.Fallback ? Model.FallbackAnswer : Model.PrimaryAnswer;

    public override string ToString() => Id;
}
