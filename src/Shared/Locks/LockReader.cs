using TypedLlm.Catalog;

namespace TypedLlm.Locks;

/// <summary>Reads the text of a lock file. Any text gives a result: what cannot be used is left out and reported.</summary>
internal static class LockReader
{
    private const string Version = "1";

    /// <param name="text">The content of <c>typedllm.lock.json</c>.</param>
    public static LockReadResult Read(string text)
    {
        if (JsonReader.Read(text, out var syntaxError) is not { } root)
        {
            return new LockReadResult(LockFile.Empty, [syntaxError!]);
        }

        var problems = new List<CatalogProblem>();
        var file = ReadFile(root, new CatalogValues(problems));
        problems.Sort((left, right) => left.Position.Offset.CompareTo(right.Position.Offset));
        return new LockReadResult(file, problems);
    }

    private static LockFile ReadFile(JsonValue root, CatalogValues values)
    {
        JsonMember? version = null;
        JsonMember? environments = null;
        foreach (var member in values.Members(root, "A lock file"))
        {
            switch (member.Name)
            {
                case "$schema":
                    values.Text(member);
                    break;
                case "version":
                    version = member;
                    break;
                case "environments":
                    environments = member;
                    break;
                default:
                    values.ReportUnknownField(member, LockFields.File);
                    break;
            }
        }

        if (version?.Value is not { Kind: JsonKind.Number, Text: Version })
        {
            // What another version means is not known, so nothing of it is used.
            if (root.Kind == JsonKind.Object)
            {
                values.Report(version?.Value.Position ?? root.Position, $"A lock file needs \"version\": {Version}; write it anew with this release.");
            }

            return LockFile.Empty;
        }

        if (environments is null)
        {
            values.Report(root.Position, "A lock file needs 'environments'.");
            return LockFile.Empty;
        }

        return new LockFile(ReadEnvironments(environments, values), environments.Position);
    }

    private static List<LockEnvironment> ReadEnvironments(JsonMember environments, CatalogValues values)
    {
        var read = new List<LockEnvironment>();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in values.Members(environments.Value, "'environments'"))
        {
            if (!CatalogValues.IsName(member.Name))
            {
                values.Report(member.Position, "The name of an environment must not be empty or contain white space.");
            }
            else if (!names.Add(member.Name))
            {
                values.Report(member.Position, $"Environment '{member.Name}' stands twice; case makes no difference.");
            }
            else
            {
                read.Add(LockEnvironmentReader.Read(member, values));
            }
        }

        return read;
    }
}
