using TypedLlm.Catalog;
using TypedLlm.Locks;
using TypedLlm.Tool.Cli;
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
            yield return new NotChecked(null, "environment", $"{WordsOf(environment)}; {AdviceOf(environment, file) ?? "verify it once without --offline"}");
        }
    }

    /// <exception cref="ToolException">Nothing knows it.</exception>
    public static void Refuse(ToolEnvironment environment, LockFile file)
    {
        if (!IsKnown(environment, file))
        {
            throw new ToolException($"--env {environment.Name}: {WordsOf(environment)}; {AdviceOf(environment, file) ?? "add one of them, or leave --env out"}");
        }
    }

    /// <summary>A first run of an environment is none to speak of, unless others are known.</summary>
    public static IEnumerable<string> Note(ToolEnvironment environment, LockFile file)
    {
        if (!IsKnown(environment, file) && AdviceOf(environment, file) is { } advice)
        {
            yield return $"environment '{environment.Name}' is new here; {advice}";
        }
    }

    private static bool IsKnown(ToolEnvironment environment, LockFile file) =>
        environment.Name == ToolEnvironment.Default || environment.IsConfigured || LockMerge.Find(file, environment.Name) is not null;

    private static string WordsOf(ToolEnvironment environment) =>
        $"neither appsettings.{environment.Name}.json nor the lock file knows '{environment.Name}'";

    private static string? AdviceOf(ToolEnvironment environment, LockFile file)
    {
        string[] known = [.. Known(environment, file)];
        return NearestName.Find(environment.Name, known) is { } nearest ? $"did you mean '{nearest}'?"
            : known.Length > 0 ? $"known are {string.Join(", ", known)}"
            : null;
    }

    private static IEnumerable<string> Known(ToolEnvironment environment, LockFile file) =>
        file.Environments.Select(static section => section.Name).Concat(environment.SettingsNames).Distinct(StringComparer.OrdinalIgnoreCase);
}
