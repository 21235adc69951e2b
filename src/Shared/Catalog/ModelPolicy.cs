namespace TypedLlm.Catalog;

/// <summary>Which ids may be used.</summary>
internal sealed class ModelPolicy(ModelNames names, EquatableArray<string> allow, EquatableArray<string> deny)
{
    private readonly HashSet<string> _allowed = IdsOf(names, allow);
    private readonly HashSet<string> _denied = IdsOf(names, deny);

    public bool IsDenied(string id) => Holds(_denied, id);

    public bool IsAllowed(string id) =>
        !IsDenied(id) && (_allowed.Count == 0 || Holds(_allowed, id));

    private bool Holds(HashSet<string> ids, string id) =>
        ids.Contains(id) || (names.ParentOf(id) is { } model && ids.Contains(model));

    private static HashSet<string> IdsOf(ModelNames names, EquatableArray<string> listed)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in listed)
        {
            ids.Add(names.Resolve(name).Id);
        }

        return ids;
    }
}
