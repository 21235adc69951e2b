namespace TypedLlm.Catalog;

/// <summary>How the provider treats a model.</summary>
internal enum ModelStatus
{
    Active,
    Deprecated,
    ShutDown,
}
