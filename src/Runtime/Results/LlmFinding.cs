namespace TypedLlm;

/// <summary>What a check says about an answer.</summary>
/// <param name="Path">Where in the answer: <c>$.lines[2].total</c>.</param>
/// <param name="Message">What is wrong, in the words of the check. They may quote the answer.</param>
public sealed record LlmFinding(string Path, string Message);
