namespace TypedLlm.Simulator;

/// <summary>What became of a request.</summary>
/// <param name="End">How it ended.</param>
/// <param name="Status">The status that was sent; 0 if none was.</param>
/// <param name="Events">How many events of a stream were sent, pings included.</param>
/// <param name="Deltas">How many of them were deltas of the text.</param>
/// <param name="At">When it ended, on the simulator's clock.</param>
public sealed record RequestOutcome(RequestEnd End, int Status, int Events, int Deltas, DateTimeOffset At);
