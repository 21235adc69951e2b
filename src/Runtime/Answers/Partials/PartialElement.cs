using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace TypedLlm.CompilerServices;

/// <summary>Shows an element of a list that is arriving. Not meant to be used by hand.</summary>
/// <typeparam name="T">The type of the element's view.</typeparam>
/// <param name="value">The element.</param>
/// <param name="element">What is shown of it.</param>
/// <returns>False if nothing of it can be shown.</returns>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate bool PartialElement<T>(PartialValue value, [MaybeNullWhen(false)] out T element);
