using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Extensions.Logging;
using TypedLlm.Catalog;
using TypedLlm.Telemetry;

namespace TypedLlm.Registry;

/// <summary>
/// The catalog that the names of an endpoint are looked up in: the built-in one, with the file of the endpoint's assembly over it, then the
/// file of the host, then the lists of the settings. Immutable for each assembly once it was asked for.
/// </summary>
internal sealed class ModelRegistry(TypedLlmOptions options, ILogger logger)
{
    private const string ResourceName = "typedllm.models.json";

    private readonly ConcurrentDictionary<Assembly, ModelCatalog> _catalogs = new();
    private readonly Assembly? _host = options.CatalogAssembly ?? Assembly.GetEntryAssembly();

    private readonly CatalogFile _settings = new()
    {
        Allow = options.Allow.Count == 0 ? null : EquatableArray<string>.From([.. options.Allow]),
        Deny = options.Deny.Count == 0 ? null : EquatableArray<string>.From([.. options.Deny]),
    };

    public ModelCatalog For(Assembly endpoint) =>
        _catalogs.TryGetValue(endpoint, out var catalog) ? catalog : _catalogs.GetOrAdd(endpoint, Load);

    private ModelCatalog Load(Assembly endpoint)
    {
        var catalog = BuiltInCatalog.Instance.With(Read(endpoint));
        if (_host is not null && _host != endpoint)
        {
            catalog = catalog.With(Read(_host));
        }

        catalog = catalog.With(_settings);
        WarnOfUnknown(catalog, "allow", catalog.Allow);
        WarnOfUnknown(catalog, "deny", catalog.Deny);
        return catalog;
    }

    /// <summary>A name that is misspelt in a list bounds nothing, and nothing else would tell.</summary>
    private void WarnOfUnknown(ModelCatalog catalog, string list, EquatableArray<string> names)
    {
        foreach (var name in names)
        {
            if (catalog.Resolve(name).Facts is null)
            {
                logger.UnknownNameInList(list, name, UnknownNames.Advice(name, catalog.WithoutLists()));
            }
        }
    }

    private CatalogFile Read(Assembly assembly)
    {
        using var stream = assembly.GetManifestResourceStream(ResourceName);
        if (stream is null)
        {
            return CatalogFile.Empty;
        }

        using var reader = new StreamReader(stream);
        var (file, problems) = CatalogReader.Read(reader.ReadToEnd(), BuiltInCatalog.Instance);
        foreach (var problem in problems)
        {
            logger.CatalogProblem(ResourceName, assembly.GetName().Name, problem.ToString());
        }

        return file;
    }
}
