namespace TypedLlm.Analyzers.Options;

/// <summary>An option whose value cannot be used.</summary>
/// <param name="Name">The key or property.</param>
/// <param name="Text">The value as written.</param>
/// <param name="Expected">What a valid value is.</param>
internal sealed record InvalidOption(string Name, string Text, string Expected);
