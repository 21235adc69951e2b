using System.Globalization;
using TypedLlm.Catalog;

namespace TypedLlm.Analyzers.Settings;

/// <summary>
/// Reads the names of models in a settings file as the configuration does: keys have no case, sections may be written with colons, and the
/// keys of a list do not matter. What is not JSON is for the host to report.
/// </summary>
internal static class AppSettingsReader
{
    private const string Section = "TypedLlm";
    private const char Separator = ':';

    // Nobody lists more models than there are.
    private const int MaxNames = 1_000;

    public static IReadOnlyList<AppSettingsName> Read(string text)
    {
        var names = new List<AppSettingsName>();
        if (JsonReader.ReadSettings(text) is { Kind: JsonKind.Object } root)
        {
            Visit(root, "", names);
        }

        return names;
    }

    private static void Visit(JsonValue value, string path, List<AppSettingsName> names)
    {
        foreach (var member in value.Members)
        {
            var child = path.Length == 0 ? member.Name : path + Separator + member.Name;
            if (IsOurs(child))
            {
                Visit(member.Value, child, names);
            }
        }

        for (var i = 0; i < value.Items.Count; i++)
        {
            Visit(value.Items[i], path + Separator + i.ToString(CultureInfo.InvariantCulture), names);
        }

        // A number is a name too: 5.4 without quotes is bound as text.
        if (names.Count < MaxNames && value.Kind is JsonKind.String or JsonKind.Number && !string.IsNullOrWhiteSpace(value.Text) && ListOf(path) is var (list, isAsked))
        {
            names.Add(new AppSettingsName(value.Text, value.Position, list, isAsked));
        }
    }

    private static bool IsOurs(string path) =>
        path.StartsWith(Section, StringComparison.OrdinalIgnoreCase) && (path.Length == Section.Length || path[Section.Length] == Separator);

    private static (string List, bool IsAsked)? ListOf(string path)
    {
        var keys = path.Split(Separator);
        return keys.Length switch
        {
            3 when Is(keys[1], "Allow") => ($"{Section}:Allow", true),
            3 when Is(keys[1], "Deny") => ($"{Section}:Deny", false),
            5 when Is(keys[1], "Endpoints") && Is(keys[3], "Chain") => ($"{Section}:Endpoints:{keys[2]}:Chain", true),
            _ => null,
        };
    }

    private static bool Is(string key, string name) => string.Equals(key, name, StringComparison.OrdinalIgnoreCase);
}
