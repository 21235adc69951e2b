namespace TypedLlm;

/// <summary>Marks a member that partials of an answer show only when it is complete, such as a text that means nothing by halves.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class StreamAtomicAttribute : Attribute;
