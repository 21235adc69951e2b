using TypedLlm.FaultTests.Endpoints;
using TypedLlm.FaultTests.Scenes;

namespace TypedLlm.FaultTests.Scorecard;

/// <summary>The settings that a fault meets, and the timers that end a wait under them.</summary>
internal sealed record Profile(string Name)
{
    /// <summary>The public scorecard's baseline: two retries, 30 s, one fallback, first content within 10 s.</summary>
    public static readonly Profile Scorecard = new("scorecard")
    {
        Desk = static scene => scene.Get<IScorecardDesk>(),
        DeskOfLongPrompt = static scene => scene.Get<ILargerWindowDesk>(),
        ModelOfLongPrompt = Model.SmallerWindow,
        ListsLargerWindow = true,
        Silence = Timers.DefaultHeaders,
        FirstContent = Timers.FirstContent,
        Idle = Timers.Idle,
    };

    /// <summary>An endpoint with no settings but its chain.</summary>
    public static readonly Profile Defaults = new("defaults")
    {
        Desk = static scene => scene.Get<IDefaultsDesk>(),
        DeskOfLongPrompt = static scene => scene.Get<IDefaultsDesk>(),
        ModelOfLongPrompt = Model.Primary,
        Silence = Timers.DefaultHeaders,
        FirstContent = Timers.DefaultFirstContent,
        Idle = Timers.DefaultIdle,
    };

    public required Func<FaultScene, IDesk> Desk { get; init; }

    /// <summary>The endpoint that gets a prompt too long for its primary.</summary>
    public required Func<FaultScene, IDesk> DeskOfLongPrompt { get; init; }

    /// <summary>The primary of that endpoint.</summary>
    public required string ModelOfLongPrompt { get; init; }

    /// <summary>Whether the fallback of that endpoint takes longer prompts.</summary>
    public bool ListsLargerWindow { get; init; }

    /// <summary>How long a model may take to send headers.</summary>
    public required TimeSpan Silence { get; init; }

    public required TimeSpan FirstContent { get; init; }

    public required TimeSpan Idle { get; init; }
}
