namespace TypedLlm.Locks;

/// <summary>The fields of each object in a lock file, to name the one that was meant. A test holds them against the schema.</summary>
internal static class LockFields
{
    public static readonly EquatableArray<string> File = new(["$schema", "version", "environments"]);

    public static readonly EquatableArray<string> Environment = new(["baseUrl", "credential", "checked", "models"]);

    public static readonly EquatableArray<string> Model = new(["access", "refused"]);

    public static readonly EquatableArray<string> Refusal = new(["endpoint", "feature", "use"]);
}
