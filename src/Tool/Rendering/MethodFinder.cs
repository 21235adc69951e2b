using TypedLlm.Catalog;
using TypedLlm.Tool.Cli;
using TypedLlm.Tool.Workspaces;

namespace TypedLlm.Tool.Rendering;

/// <summary>Finds the method that somebody named on the command line.</summary>
internal static class MethodFinder
{
    private const int MostListed = 8;

    /// <param name="workspace">Where to look.</param>
    /// <param name="written">
    /// <c>Shop.IDesk.AskAsync</c>, or the end of it from a dot on; an overload is told by its types: <c>IDesk.AskAsync(string, int)</c>.
    /// </param>
    /// <exception cref="ToolException">There is none of that name, or more than one.</exception>
    public static FoundMethod Find(Workspace workspace, string written)
    {
        List<FoundMethod> all =
        [
            .. from assembly in workspace.Assemblies
               from endpoint in assembly.Endpoints
               from method in endpoint.Methods
               select new FoundMethod(assembly, method),
        ];
        var matches = all.FindAll(method => Matches(method, written));
        return matches switch
        {
            [var one] => one,
            [] => throw new ToolException($"'{written}' is no method of an endpoint here; {Advice(written, all)}"),
            _ => throw new ToolException(Ambiguity(written, matches)),
        };
    }

    private static bool Matches(FoundMethod method, string written)
    {
        var parenthesis = written.IndexOf('(', StringComparison.Ordinal);
        if (parenthesis < 0)
        {
            return IsEndOf(written, method.Method.FullName);
        }

        var types = TypeText.Short(WithoutSpaces(written[parenthesis..]));
        return IsEndOf(written[..parenthesis].TrimEnd(), method.Method.FullName)
            && WithoutSpaces(method.Signature).EndsWith(types, StringComparison.Ordinal);
    }

    private static bool IsEndOf(string written, string name) =>
        name.EndsWith(written, StringComparison.Ordinal) && (name.Length == written.Length || name[^(written.Length + 1)] == '.') && written.Length > 0;

    private static string Ambiguity(string written, List<FoundMethod> matches)
    {
        if (matches.Select(static method => method.Signature).Distinct(StringComparer.Ordinal).Count() < matches.Count)
        {
            return $"'{written}' is in more than one assembly: {string.Join(", ", matches.Select(static method => method.Assembly.Path).Distinct())}. Name one of them as the path.";
        }

        return $"'{written}' is the name of {matches.Count} methods; did you mean {string.Join(" or ", matches.Take(MostListed).Select(static method => $"'{method.Signature}'"))}?";
    }

    private static string Advice(string written, List<FoundMethod> all)
    {
        var parenthesis = written.IndexOf('(', StringComparison.Ordinal);
        var name = parenthesis < 0 ? written : written[..parenthesis].TrimEnd();

        // Somebody who left namespaces out has misspelt a name without namespaces.
        var parts = name.Split('.').Length;
        var nearest = NearestName.Find(name, all.Select(method => End(method.Method.FullName, parts)).Distinct(StringComparer.Ordinal));
        var meant = nearest is null ? all : all.FindAll(method => End(method.Method.FullName, parts) == nearest);
        var listed = string.Join(" or ", meant.Take(MostListed).Select(static method => $"'{method.Signature}'"));
        return nearest is null
            ? $"there are {listed}{(meant.Count > MostListed ? $" and {meant.Count - MostListed} more" : "")}."
            : $"did you mean {listed}?";
    }

    private static string End(string name, int parts)
    {
        var all = name.Split('.');
        return string.Join('.', all[Math.Max(0, all.Length - parts)..]);
    }

    private static string WithoutSpaces(string text) => text.Replace(" ", "", StringComparison.Ordinal);
}
