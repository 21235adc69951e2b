namespace TypedLlm;

/// <summary>
/// Marks a type that models answer with: its schema and its reader are generated with the assembly, and what they cannot express is reported where
/// it is declared. Types in the signatures of an endpoint need no mark.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Enum, Inherited = false)]
public sealed class LlmAnswerAttribute : Attribute
{
    /// <summary>How the names of the type's members are written, unless one has a name of its own. Holds for this type alone.</summary>
    public LlmNaming Naming { get; set; }
}
