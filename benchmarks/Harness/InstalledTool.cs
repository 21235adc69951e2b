using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace TypedLlm.Benchmarks.Harness;

/// <summary>The tool as a user has it: packed, and installed into a folder of its own from a cache that was empty.</summary>
internal sealed class InstalledTool : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("typedllm-tool-");

    public InstalledTool()
    {
        var packages = Path.Combine(_folder.FullName, "packages");
        Dotnet("pack", Path.Combine(Repository(), "src", "Tool"), "-c", "Release", "-v:q", "-nologo", "-o", packages);
        Dotnet("tool", "install", "TypedLlm.Tool", "--prerelease", "--tool-path", _folder.FullName, "--add-source", packages);
    }

    public string Program => Path.Combine(_folder.FullName, OperatingSystem.IsWindows() ? "typedllm.exe" : "typedllm");

    public void Dispose() => _folder.Delete(recursive: true);

    private void Dotnet(params ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments.ToArray());
        start.RedirectStandardOutput = true;
        if (arguments[0] == "tool")
        {
            start.Environment["NUGET_PACKAGES"] = Path.Combine(_folder.FullName, "cache");
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"dotnet {string.Join(' ', arguments.ToArray())} failed:\n{output}");
        }
    }

    private static string Repository([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));
}
