namespace TypedLlm.Catalog;

/// <summary>
/// Everything known about models: the built-in file with files of projects laid over it. Immutable; every look-up of a name takes
/// constant time. Where two files speak about the same, the later one holds: fact by fact for a model, alias by alias, and as a
/// whole for <c>allow</c> and for <c>deny</c>. Names are case-sensitive.
/// </summary>
internal sealed class ModelCatalog
{
    private readonly ModelNames _names;
    private readonly ModelPolicy _policy;
    private readonly Dictionary<string, string> _aliases;
    private ModelCatalog? _withoutLists;

    private ModelCatalog(
        CatalogDate asOf,
        IReadOnlyList<ModelFacts> models,
        Dictionary<string, string> aliases,
        EquatableArray<string> allow,
        EquatableArray<string> deny)
    {
        AsOf = asOf;
        Models = models;
        Allow = allow;
        Deny = deny;
        _aliases = aliases;
        _names = new ModelNames(models, aliases);
        _policy = new ModelPolicy(_names, allow, deny);
    }

    /// <summary>The catalog that knows nothing.</summary>
    public static ModelCatalog Empty { get; } = new(new CatalogDate(1, 1, 1), [], new(StringComparer.Ordinal), default, default);

    /// <summary>The day on which the catalog was true: the latest of its files.</summary>
    public CatalogDate AsOf { get; }

    /// <summary>All models, built-in ones first, in the order of their files.</summary>
    public IReadOnlyList<ModelFacts> Models { get; }

    /// <summary>All names that lead to a model, with what they stand for.</summary>
    public IReadOnlyCollection<ModelResolution> Names => _names.Known;

    /// <summary>The names that may be used, as written; empty if all may.</summary>
    public EquatableArray<string> Allow { get; }

    /// <summary>The names that may not be used, as written.</summary>
    public EquatableArray<string> Deny { get; }

    /// <summary>This catalog with a file laid over it.</summary>
    public ModelCatalog With(CatalogFile file)
    {
        var models = new List<ModelFacts>(Models);
        var indexes = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < models.Count; i++)
        {
            indexes[models[i].Id] = i;
        }

        foreach (var entry in file.Models)
        {
            if (indexes.TryGetValue(entry.Facts.Id, out var index))
            {
                // The file's problems were reported when it was read; here they only stay unknown again.
                models[index] = ModelFactsReader.Read(entry.Source, models[index], new CatalogValues([]));
            }
            else
            {
                indexes.Add(entry.Facts.Id, models.Count);
                models.Add(entry.Facts);
            }
        }

        var aliases = new Dictionary<string, string>(_aliases, StringComparer.Ordinal);
        foreach (var alias in file.Aliases)
        {
            aliases[alias.Name] = alias.Target;
        }

        var asOf = file.AsOf is { } date && date > AsOf ? date : AsOf;
        return new ModelCatalog(asOf, models, aliases, file.Allow ?? Allow, file.Deny ?? Deny);
    }

    /// <summary>This catalog with every model allowed, to find what a name in one of the lists was meant to be.</summary>
    public ModelCatalog WithoutLists() =>
        Allow.IsEmpty && Deny.IsEmpty ? this : _withoutLists ??= new ModelCatalog(AsOf, Models, _aliases, default, default);

    /// <summary>
    /// What a name stands for. Aliases come first, then ids, then snapshots, then short names, of which the latest file's wins.
    /// An alias may point to another; aliases of several files that form a circle resolve to a model that is not known.
    /// </summary>
    public ModelResolution Resolve(string name) => _names.Resolve(name);

    /// <summary>The facts of an id or snapshot, past all aliases and short names; null if there are none.</summary>
    public ModelFacts? Find(string id) => _names.Find(id);

    /// <summary>
    /// Whether an id may be used: it is on the allow list, or that is empty, and it is not on the deny list, which wins.
    /// A model on a list stands for its snapshots too; a snapshot on a list stands for itself alone.
    /// </summary>
    public bool IsAllowed(string id) => _policy.IsAllowed(id);

    /// <summary>Whether the deny list says that an id may not be used.</summary>
    public bool IsDenied(string id) => _policy.IsDenied(id);

    /// <summary>
    /// The first live model on the way of replacements that starts at a model; null if the way ends, leaves the catalog or is a circle.
    /// </summary>
    public ReplacementModel? LiveReplacement(ModelFacts facts, CatalogDate today)
    {
        var next = facts.Replacement;
        for (var steps = 0; next is not null && steps < Models.Count; steps++)
        {
            if (Find(next.Id) is not { } model)
            {
                return null;
            }

            if (!model.IsShutDown(today))
            {
                return new ReplacementModel(model, next.ReasoningMode);
            }

            next = model.Replacement;
        }

        return null;
    }

    /// <summary>
    /// The names most like one that is not known, the best first and one for each model: at most <paramref name="max"/>, and only
    /// such as a slip of the hand could have meant. Models that are shut down or not allowed are not among them.
    /// </summary>
    public IReadOnlyList<string> Nearest(string name, int max) => NearestNames.Find(name, max, _names.Known, this);
}
