namespace TypedLlm;

/// <summary>
/// Marks a parameter as text of unknown origin: it is put between labelled delimiters that the text itself cannot close,
/// so that the model can tell it from the instructions around it.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class UntrustedAttribute : Attribute;
