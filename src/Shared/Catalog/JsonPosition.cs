namespace TypedLlm.Catalog;

/// <summary>Where something stands in a text. A position never spans lines: that of an object or array is its first character.</summary>
/// <param name="Offset">Characters before it, from 0.</param>
/// <param name="Length">Its length in characters; 0 at the end of the text.</param>
/// <param name="Line">Its line, from 0.</param>
/// <param name="Column">Its column in characters, from 0.</param>
internal readonly record struct JsonPosition(int Offset, int Length, int Line, int Column);
