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
                read.TryAdd(assembly.Name, assembly);
            }
        }

        return new Workspace([.. read.Values.Where(static assembly => assembly.Endpoints.Count > 0)], app is null ? FindApp(read.Values) : ReadApp(app));
    }

    private static List<EndpointAssembly> Read(string path)
    {
        if (File.Exists(path))
        {
            return AssemblyReader.Read(path) is { } assembly
                ? [assembly]
                : throw new ToolException($"{path} is no .NET assembly. Name a built assembly, or the folder of a build's output.");
        }

        return Directory.Exists(path)
            ? [.. Directory.EnumerateFiles(path, "*.dll").Order(StringComparer.Ordinal).Select(AssemblyReader.Read).OfType<EndpointAssembly>()]
            : throw new ToolException($"{path} does not exist. Build first, and name the output, such as bin/Release/net10.0.");
    }

    private static EndpointAssembly ReadApp(string path) =>
        File.Exists(path) && AssemblyReader.Read(path) is { } assembly
            ? assembly
            : throw new ToolException($"--host {path} is no .NET assembly.");

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
