namespace TypedLlm.CodeFixes;

/// <summary>One fix of one diagnostic.</summary>
/// <param name="Title">What the editor shows.</param>
/// <param name="EquivalenceKey">What fix-all takes together.</param>
/// <param name="Text">What is written; null where something is removed.</param>
public sealed record CodeFixOffer(string Title, string EquivalenceKey, string? Text);
