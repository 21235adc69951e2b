using System.ComponentModel;

namespace TypedLlm.CompilerServices;

/// <summary>Reads a value on whose first token the reader stands. Not meant to be used by hand.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="reader">The reader.</param>
/// <returns>The value.</returns>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate T AnswerRead<out T>(ref AnswerReader reader);
