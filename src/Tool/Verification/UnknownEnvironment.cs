using TypedLlm.Catalog;
using TypedLlm.Locks;
using TypedLlm.Tool.Environments;
using TypedLlm.Tool.Locks;

namespace TypedLlm.Tool.Verification;

/// <summary>Finds environments that are named and that neither settings nor lock know: most often a slip of the pen.</summary>
internal static class UnknownEnvironment
{
    /// <summary>Without the account, nothing was checked of it but the catalog.</summary>
    public static IEnumerable<NotChecked> NotChecked(ToolEnvironment environment, LockFile file)
    {
        if (!IsKnown(environment, file))
        {
            yield return new NotChecked(null, "environment", $"neither appsettings.{environment.Name}.json nor the lock file knows '{environment.Name}'; {AdviceOf(environment, file)}");
        }
    }

    /// <summary>A first run of an environment is none to speak of, unless there is one with nearly that name.</summary>
    public static IEnumerable<string> Note(ToolEnvironment environment, LockFile file)
    {
        if (!IsKnown(environment, file) && NearestName.Find(environment.Name, [.. Known(environment, file)]) is { } nearest)
        {
            yield return $"environment '{environment.Name}' is new here; did you mean '{nearest}'?";
        }
    }

    private static bool IsKnown(ToolEnvironment environment, LockFile file) =>
        environment.Name == ToolEnvironment.Default || environment.HasSettings || LockMerge.Find(file, environment.Name) is not null;

    private static string AdviceOf(ToolEnvironment environment, LockFile file)
    {
        string[] known = [.. Known(environment, file)];
        return NearestName.Find(environment.Name, known) is { } nearest ? $"did you mean '{nearest}'?"
            : known.Length > 0 ? $"known are {string.Join(", ", known)}"
            : "verify it once without --offline";
    }

    private static IEnumerable<string> Known(ToolEnvironment environment, LockFile file) =>
        file.Environments.Select(static section => section.Name).Concat(environment.SettingsNames).Distinct(StringComparer.OrdinalIgnoreCase);
}
