namespace TypedLlm.Package.Tests;

/// <summary>The tool, installed into a folder of its own from nothing but the packed packages, with a cache that was empty.</summary>
public sealed class InstalledTool : IDisposable
{
    private const string Package = "TypedLlm.Tool";

    private static readonly Dictionary<string, string> NoVariables = [];

    private readonly string _folder = Directory.CreateTempSubdirectory("typedllm-tool-").FullName;

    public InstalledTool() =>
        Dotnet("tool", "install", Package, "--version", PackedPackage.Version, "--tool-path", ToolPath, "--source", PackedPackage.Folder).ShouldSucceed();

    public bool IsInstalled => File.Exists(Program);

    private string ToolPath => Path.Combine(_folder, "tools");

    private string Program => Path.Combine(ToolPath, OperatingSystem.IsWindows() ? "typedllm.exe" : "typedllm");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    internal CommandResult Run(params string[] arguments) => Run(_folder, NoVariables, arguments);

    internal CommandResult Run(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        ChildProcess.Run(Program, arguments, folder, environment);

    internal void Uninstall() => Dotnet("tool", "uninstall", Package, "--tool-path", ToolPath).ShouldSucceed();

    private CommandResult Dotnet(params string[] arguments) =>
        ChildProcess.Run("dotnet", arguments, _folder, new Dictionary<string, string> { ["NUGET_PACKAGES"] = Path.Combine(_folder, "cache") });
}
