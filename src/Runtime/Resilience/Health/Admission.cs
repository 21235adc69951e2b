namespace TypedLlm.Resilience;

/// <summary>
/// What an attempt was let through as. Whoever got one gives it back exactly once: as succeeded, failed or released.
/// </summary>
/// <param name="ProbesModel">Whether it is the probe of its model.</param>
/// <param name="ProbesCredential">Whether it is the probe of its credential.</param>
internal sealed record Admission(bool ProbesModel, bool ProbesCredential)
{
    // The four that exist, so that an attempt allocates none.
    private static readonly Admission[] All = [new(false, false), new(true, false), new(false, true), new(true, true)];

    public static Admission Of(bool probesModel, bool probesCredential) => All[(probesModel ? 1 : 0) + (probesCredential ? 2 : 0)];
}
