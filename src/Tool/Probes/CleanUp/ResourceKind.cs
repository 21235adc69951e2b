namespace TypedLlm.Tool.Probes;

/// <summary>What probes make at a provider, in the order in which it is removed: a batch before the files that it reads.</summary>
internal enum ResourceKind
{
    Batch,
    Response,
    File,
}
