using TypedLlm.TestKit;

namespace TypedLlm.FaultTests.Scenes;

/// <summary>The documented waits that the tests drive the clock by.</summary>
internal static class Timers
{
    /// <summary>The limit of the pause before the first repeat of a call.</summary>
    public static readonly TimeSpan FirstBackoff = TimeSpan.FromSeconds(0.5);

    /// <summary>The limit of the pause before the last of three requests.</summary>
    public static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(1);

    /// <summary>The pause before an overloaded model is asked again.</summary>
    public static readonly TimeSpan Overloaded = TimeSpan.FromSeconds(1);

    /// <summary>First content, on the scorecard's profile.</summary>
    public static readonly TimeSpan FirstContent = TimeSpan.FromSeconds(10);

    /// <summary>Silence within a stream, on the scorecard's profile.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromSeconds(30);

    /// <summary>First content by default, for a model that reasons at medium effort.</summary>
    public static readonly TimeSpan DefaultFirstContent = TimeSpan.FromSeconds(90);

    /// <summary>Headers by default.</summary>
    public static readonly TimeSpan DefaultHeaders = TimeSpan.FromSeconds(30);

    /// <summary>Silence within a stream by default, for a model that reasons.</summary>
    public static readonly TimeSpan DefaultIdle = TimeSpan.FromSeconds(180);

    /// <summary>Whether a timer is the pause before a repeat: drawn at random, or that of an overloaded model.</summary>
    public static bool IsBackoff(ArmedTimer timer) => timer.DueIn > TimeSpan.Zero && timer.DueIn <= LongestBackoff;
}
