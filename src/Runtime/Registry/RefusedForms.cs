namespace TypedLlm.Registry;

/// <summary>What a model does not take of the ways to demand the form of an answer. One by one, since there are servers that take schemas and no JSON mode.</summary>
[Flags]
internal enum RefusedForms
{
    None = 0,

    /// <summary>The schema of one type; those of others are still demanded.</summary>
    OneSchema = 1,

    /// <summary>Schemas altogether.</summary>
    Schemas = 2,

    JsonMode = 4,
}
