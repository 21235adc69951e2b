using TypedLlm.Catalog;

namespace TypedLlm.Locks;

/// <summary>
/// What the lock file says of the environments that count. Several count alike: what is said holds only where all of them say it, so that a
/// build that does not know where it will run reports nothing that one place would allow.
/// </summary>
internal sealed class ModelLock
{
    private readonly IReadOnlyList<LockEnvironment> _environments;

    private ModelLock(IReadOnlyList<LockEnvironment> environments) => _environments = environments;

    /// <summary>The lock that says nothing.</summary>
    public static ModelLock None { get; } = new([]);

    /// <summary>Whether no environment counts.</summary>
    public bool IsEmpty => _environments.Count == 0;

    /// <summary>The environments that count, as words of a message.</summary>
    public string Names
    {
        get
        {
            var names = new List<string>(_environments.Count);
            foreach (var environment in _environments)
            {
                names.Add($"'{environment.Name}'");
            }

            return string.Join(" and ", names);
        }
    }

    /// <summary>The day on which all of them had been seen; null if one does not say.</summary>
    public CatalogDate? Checked
    {
        get
        {
            CatalogDate? earliest = null;
            foreach (var environment in _environments)
            {
                if (environment.Checked is not { } date)
                {
                    return null;
                }

                earliest = earliest < date ? earliest : date;
            }

            return earliest;
        }
    }

    /// <param name="file">What the file says.</param>
    /// <param name="environment">The environment that the project is built for; null or blank if it names none, and then all count.</param>
    /// <param name="problem">That there is no such environment.</param>
    public static ModelLock Of(LockFile file, string? environment, out CatalogProblem? problem)
    {
        problem = null;
        if (string.IsNullOrWhiteSpace(environment))
        {
            return new ModelLock(file.Environments);
        }

        var names = new List<string>(file.Environments.Count);
        foreach (var known in file.Environments)
        {
            if (string.Equals(known.Name, environment!.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return new ModelLock([known]);
            }

            names.Add($"'{known.Name}'");
        }

        if (file == LockFile.Empty)
        {
            return None;
        }

        problem = new CatalogProblem(
            file.Position, $"The project is built for environment '{environment!.Trim()}', which is not here; known: {(names.Count == 0 ? "none" : string.Join(", ", names))}.");
        return None;
    }

    /// <summary>Whether an id is known not to be open to the account. An id that is not listed is unknown.</summary>
    public bool HasNoAccess(string id)
    {
        foreach (var environment in _environments)
        {
            if (!environment.Models.TryGetValue(id, out var model) || model.Access is not false)
            {
                return false;
            }
        }

        return _environments.Count > 0;
    }

    /// <summary>What an id is known to be refused on a kind of endpoint; null if it is not.</summary>
    public LockRefusal? Refusal(string id, string endpoint, string feature)
    {
        LockRefusal? refusal = null;
        foreach (var environment in _environments)
        {
            if (!environment.Models.TryGetValue(id, out var model) || Find(model, endpoint, feature) is not { } found)
            {
                return null;
            }

            refusal ??= found;
        }

        return refusal;
    }

    private static LockRefusal? Find(LockedModel model, string endpoint, string feature)
    {
        foreach (var refusal in model.Refused)
        {
            if (refusal.Endpoint == endpoint && refusal.Feature == feature)
            {
                return refusal;
            }
        }

        return null;
    }
}
