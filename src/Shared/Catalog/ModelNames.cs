namespace TypedLlm.Catalog;

/// <summary>What every name of a catalog stands for, worked out once.</summary>
internal sealed class ModelNames
{
    private readonly Dictionary<string, ModelFacts> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _parents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ModelResolution> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _aliases;

    public ModelNames(IReadOnlyList<ModelFacts> models, Dictionary<string, string> aliases)
    {
        _aliases = aliases;
        foreach (var model in models)
        {
            _ids[model.Id] = model;
        }

        AddIds(models);
        AddShortNames(models);
        AddAliases();
    }

    /// <summary>All names that lead to a model, with what they stand for.</summary>
    public IReadOnlyCollection<ModelResolution> Known => _known.Values;

    public ModelResolution Resolve(string name) =>
        _known.TryGetValue(name, out var known) ? known : ResolveAnew(name);

    public ModelFacts? Find(string id) => _ids.TryGetValue(id, out var facts) ? facts : null;

    /// <summary>The id of the model whose snapshot an id is; null if it is none.</summary>
    public string? ParentOf(string id) => _parents.TryGetValue(id, out var parent) ? parent : null;

    private void AddIds(IReadOnlyList<ModelFacts> models)
    {
        foreach (var model in models)
        {
            _known[model.Id] = new ModelResolution(model.Id, model.Id, model);
        }

        foreach (var model in models)
        {
            foreach (var snapshot in model.Snapshots)
            {
                _parents[snapshot] = model.Id;
                if (!_known.ContainsKey(snapshot))
                {
                    _ids[snapshot] = model;
                    _known.Add(snapshot, new ModelResolution(snapshot, snapshot, model));
                }
            }
        }
    }

    private void AddShortNames(IReadOnlyList<ModelFacts> models)
    {
        // The models of a later file stand behind those of an earlier one.
        for (var i = models.Count - 1; i >= 0; i--)
        {
            foreach (var name in models[i].ShortNames)
            {
                if (!_known.ContainsKey(name))
                {
                    _known.Add(name, new ModelResolution(name, models[i].Id, models[i]));
                }
            }
        }
    }

    private void AddAliases()
    {
        var resolved = new List<ModelResolution>(_aliases.Count);
        foreach (var alias in _aliases.Keys)
        {
            resolved.Add(ResolveAnew(alias));
        }

        // Written last, since an alias may have the name of what it leads to by way of a short name.
        foreach (var resolution in resolved)
        {
            _known.Remove(resolution.Name);
            if (resolution.Facts is not null)
            {
                _known.Add(resolution.Name, resolution);
            }
        }
    }

    private ModelResolution ResolveAnew(string name)
    {
        if (AliasPath.End(name, _aliases, out var alias) is not { } end)
        {
            return new ModelResolution(name, name, null);
        }

        return _known.TryGetValue(end, out var target)
            ? new ModelResolution(name, target.Id, target.Facts, alias)
            : new ModelResolution(name, end, null, alias);
    }
}
