using TypedLlm.Tool.Cli;

namespace TypedLlm.Tool.Approvals;

/// <summary>
/// The approvals on disk: a folder for each assembly, so that assemblies can be approved one by one. A file without our mark is left alone.
/// </summary>
/// <param name="root">The full path of the folder of all.</param>
internal sealed class ApprovalFolder(string root)
{
    /// <summary>The files that differ from what was built, are missing, or are left over from an endpoint that is gone.</summary>
    /// <exception cref="ToolException">A file cannot be read.</exception>
    public IReadOnlyList<ApprovalChange> Compare(IReadOnlyList<Approval> approvals) => Guard("read", () =>
    {
        var changes = new List<ApprovalChange>();
        foreach (var approval in approvals)
        {
            var approved = Read(approval.File);
            if (approved != approval.Text)
            {
                changes.Add(new ApprovalChange(approval.File, approved, approval.Text));
            }
        }

        var built = approvals.Select(static approval => approval.File).ToHashSet(StringComparer.Ordinal);
        foreach (var folder in approvals.Select(static approval => approval.File.Split('/')[0]).Distinct(StringComparer.Ordinal))
        {
            changes.AddRange(LeftOver(folder, built));
        }

        return changes;
    });

    /// <summary>Makes the files what was built.</summary>
    /// <returns>What was changed.</returns>
    /// <exception cref="ToolException">A file cannot be read or written.</exception>
    public IReadOnlyList<ApprovalChange> Write(IReadOnlyList<Approval> approvals)
    {
        var changes = Compare(approvals);
        return Guard("written", () =>
        {
            // First, since on some file systems a name that differs in its case only is the same file.
            foreach (var gone in changes.Where(static change => change.Built is null))
            {
                File.Delete(PathOf(gone.File));
            }

            foreach (var approval in approvals.Where(approval => Read(approval.File) != approval.Text))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(PathOf(approval.File))!);
                File.WriteAllText(PathOf(approval.File), approval.Text);
            }

            return changes;
        });
    }

    private IEnumerable<ApprovalChange> LeftOver(string folder, HashSet<string> built)
    {
        if (!Directory.Exists(PathOf(folder)))
        {
            yield break;
        }

        foreach (var path in Directory.EnumerateFiles(PathOf(folder), "*.txt").Order(StringComparer.Ordinal))
        {
            var file = $"{folder}/{Path.GetFileName(path)}";
            if (!built.Contains(file) && Read(file) is { } text && text.StartsWith(Approval.Mark, StringComparison.Ordinal))
            {
                yield return new ApprovalChange(file, text, null);
            }
        }
    }

    /// <summary>The content as it was written, whatever version control made of the ends of its lines; null if there is no file.</summary>
    private string? Read(string file) =>
        File.Exists(PathOf(file)) ? File.ReadAllText(PathOf(file)).Replace("\r\n", "\n", StringComparison.Ordinal) : null;

    private string PathOf(string file) => Path.Combine(root, file);

    private T Guard<T>(string what, Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"the approvals in {root} cannot be {what}: {exception.Message} Name another folder with --output, or mend its rights.", exception);
        }
    }
}
