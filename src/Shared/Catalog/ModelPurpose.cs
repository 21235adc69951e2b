namespace TypedLlm.Catalog;

/// <summary>What a model is made for.</summary>
internal enum ModelPurpose
{
    General,

    /// <summary>The model behind a chat product.</summary>
    Chat,

    /// <summary>Writing code inside an agent.</summary>
    Codex,

    /// <summary>Much more compute for one answer.</summary>
    Pro,

    /// <summary>Long research with tools.</summary>
    Research,
}
