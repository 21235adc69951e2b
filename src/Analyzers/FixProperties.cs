namespace TypedLlm;

/// <summary>What an analyzer hands to a fix in the properties of a diagnostic: the analyzer decides, the fix writes.</summary>
internal static class FixProperties
{
    /// <summary>What to write in place of the reported text, or to insert: the best first, separated by <see cref="Separator"/>.</summary>
    public const string Choices = "TypedLlm.Choices";

    /// <summary>Present where the right answer is to remove the reported text.</summary>
    public const string Remove = "TypedLlm.Remove";

    /// <summary>The id of a model that the project's catalog file could declare.</summary>
    public const string Model = "TypedLlm.Model";

    /// <summary>The name that the project's catalog file could redirect to the first of <see cref="Choices"/>.</summary>
    public const string Alias = "TypedLlm.Alias";

    /// <summary>Present where the chain of the name in <see cref="Choices"/> is to be declared first.</summary>
    public const string Declare = "TypedLlm.Declare";

    /// <summary>Present where the right answer is to hand over what the reported text encodes.</summary>
    public const string Unwrap = "TypedLlm.Unwrap";

    /// <summary>No name or path contains a line break.</summary>
    public const char Separator = '\n';
}
