namespace TypedLlm.Tool.Probes;

/// <summary>A creating request whose outcome is not known yet. Each is one of its own, so it is compared by reference.</summary>
internal sealed class CreationDoubt(ResourceKind kind)
{
    public ResourceKind Kind => kind;
}
