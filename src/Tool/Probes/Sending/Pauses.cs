namespace TypedLlm.Tool.Probes;

/// <summary>Pauses that are never shorter than asked: a timer counts in whole milliseconds, and what it leaves over would be waited for again and again.</summary>
internal static class Pauses
{
    public static Task PauseAsync(this TimeProvider time, TimeSpan pause, CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(pause.TotalMilliseconds)), time, cancellationToken);
}
