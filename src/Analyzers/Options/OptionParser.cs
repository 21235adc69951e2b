namespace TypedLlm.Analyzers.Options;

/// <summary>Reads the text of an option. False if it is no valid value.</summary>
internal delegate bool OptionParser<T>(string text, out T value);
