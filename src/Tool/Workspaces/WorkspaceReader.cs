using TypedLlm.Tool.Cli;

namespace TypedLlm.Tool.Workspaces;

/// <summary>Finds and reads the assemblies of paths.</summary>
internal static class WorkspaceReader
{
    /// <param name="paths">Full paths of assemblies and folders.</param>
    /// <param name="app">The full path of the app's assembly; null to find it.</param>
    /// <exception cref="ToolException">A path holds no endpoints; the message says why.</exception>
    public static Workspace Read(IReadOnlyList<string> paths, string? app)
    {
        var notes = new List<string>();
        var read = new Dictionary<string, EndpointAssembly>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            var found = Read(path);
            if (found.All(static assembly => assembly.Endpoints.Count == 0))
            {
                throw new ToolException(
                    $"{path} holds no endpoints: no assembly there has descriptors. Name the output of a build of a project that declares [LlmEndpoint] interfaces and references TypedLlm {typeof(LlmRuntime).Assembly.GetName().Version?.ToString(2)} or newer.");
            }

            foreach (var assembly in found)
            {
                // A folder of an app and one of its libraries hold the same assembly twice.
                if (!read.TryAdd(assembly.Name, assembly) && read[assembly.Name] is var first && first.Build != assembly.Build && first.Endpoints.Count + assembly.Endpoints.Count > 0)
                {
                    notes.Add($"{assembly.Path} is another build than {first.Path} and is left out; name the paths of one build");
                }
            }
        }

        var host = app is null ? FindApp(read.Values) : ReadApp(app);
        if (host is null)
        {
            notes.AddRange(paths.Where(File.Exists).Select(static path => Path.GetDirectoryName(path)!).Distinct(StringComparer.Ordinal).Where(HoldsApp)
                .Select(static folder => $"{folder} holds an app that is not named, whose settings and catalog file do not count; name the folder, or the app with --host"));
        }

        return new Workspace([.. read.Values.Where(static assembly => assembly.Endpoints.Count > 0)], host) { Notes = notes };
    }

    private static List<EndpointAssembly> Read(string path)
    {
        if (File.Exists(path))
        {
            return AssemblyReader.Read(path) is { } assembly
                ? [assembly]
                : throw new ToolException($"{path} is no .NET assembly. {AdviceOf(path)}");
        }

        return Directory.Exists(path)
            ? [.. Directory.EnumerateFiles(path, "*.dll").Order(StringComparer.Ordinal).Select(AssemblyReader.Read).OfType<EndpointAssembly>()]
            : throw new ToolException($"{path} does not exist. Build first, and name the output, such as bin/Release/net10.0.");
    }

    private static string AdviceOf(string path)
    {
        // What starts an app has its name, with .exe or with nothing; a name may have dots of its own.
        var name = path.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? path[..^4] : path;
        return File.Exists($"{name}.dll")
            ? $"Name {name}.dll: the other only starts it."
            : path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)
            ? "Name a built assembly, or the folder of a build's output."
            : "An app that was published as a single file cannot be read; name the .dll or the folder of its build, such as bin/Release/net10.0.";
    }

    private static bool HoldsApp(string folder) => Directory.EnumerateFiles(folder, "*.runtimeconfig.json").Any();

    private static EndpointAssembly ReadApp(string path) =>
        File.Exists(path) && AssemblyReader.Read(path) is { } assembly
            ? assembly
            : throw new ToolException($"--host {path} is no .NET assembly. {AdviceOf(path)}");

    private static EndpointAssembly? FindApp(IEnumerable<EndpointAssembly> assemblies)
    {
        EndpointAssembly[] apps = [.. assemblies.Where(static assembly => assembly.IsApp && File.Exists(Path.ChangeExtension(assembly.Path, ".runtimeconfig.json")))];
        return apps switch
        {
            [] => null,
            [var app] => app,
            _ => throw new ToolException($"More than one app is there: {string.Join(", ", apps.Select(static app => app.Name))}. Say with --host which one runs the endpoints."),
        };
    }
}
