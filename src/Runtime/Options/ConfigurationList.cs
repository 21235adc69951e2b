using Microsoft.Extensions.Configuration;

namespace TypedLlm;

/// <summary>Reads a list of the configuration. The last source that has it replaces it as a whole; the platform would mix the items by their index.</summary>
internal static class ConfigurationList
{
    public static void Add(IConfiguration configuration, IConfigurationSection list, IList<string> names)
    {
        foreach (var name in Read(configuration, list))
        {
            names.Add(name);
        }
    }

    private static List<string> Read(IConfiguration configuration, IConfigurationSection list)
    {
        if (configuration is IConfigurationRoot root)
        {
            foreach (var source in root.Providers.Reverse())
            {
                var items = new List<string>();
                foreach (var key in source.GetChildKeys([], list.Path).Distinct())
                {
                    if (source.TryGet(ConfigurationPath.Combine(list.Path, key), out var item))
                    {
                        items.Add(item ?? "");
                    }
                }

                if (items.Count > 0)
                {
                    return items;
                }
            }
        }

        return [.. list.GetChildren().Select(static item => item.Value ?? "")];
    }
}
