namespace TypedLlm.FaultTests.Scenes;

/// <summary>Limits in real time, only so that a hang becomes a failure: far above what a busy machine needs.</summary>
internal static class Guards
{
    public static readonly TimeSpan Hang = TimeSpan.FromSeconds(60);
}
