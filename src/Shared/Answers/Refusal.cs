namespace TypedLlm.TypedAnswers;

/// <summary>Why something is refused.</summary>
/// <param name="Reason">Goes on after the name of the thing: "is a tuple".</param>
/// <param name="WayOut">What to do.</param>
internal sealed record Refusal(string Reason, string WayOut);
