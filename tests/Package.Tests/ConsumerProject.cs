namespace TypedLlm.Package.Tests;

/// <summary>A project of a user, in a folder of its own, that restores the package into a cache that was empty when the tests began.</summary>
internal sealed class ConsumerProject : IDisposable
{
    private static readonly string Cache = Directory.CreateTempSubdirectory("typedllm-cache-").FullName;

    private readonly string _folder = Directory.CreateTempSubdirectory("typedllm-consumer-").FullName;

    public ConsumerProject(string source, string name = "Shop", string properties = "", string items = "", string sdk = "Microsoft.NET.Sdk")
    {
        AddProject(name, source, properties, items, sdk: sdk);
        Main = name;
    }

    public string Main { get; }

    public string Folder => _folder;

    /// <summary>Where a build leaves the assemblies.</summary>
    public string Output => Path.Combine(_folder, Main, "bin", "Debug", "net10.0");

    public ConsumerProject AddProject(string name, string source, string properties = "", string items = "", string output = "Exe", string sdk = "Microsoft.NET.Sdk")
    {
        Write($"{name}/{name}.csproj", $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>{output}</OutputType>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <RestoreAdditionalProjectSources>{PackedPackage.Folder}</RestoreAdditionalProjectSources>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="TypedLlm" Version="{PackedPackage.Version}" />
                {items}
              </ItemGroup>
            </Project>
            """);
        Write($"{name}/Program.cs", source);
        return this;
    }

    public ConsumerProject Write(string path, string content)
    {
        var file = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
        return this;
    }

    public CommandResult Build(params string[] arguments) => Dotnet(["build", Main, "-nologo", "-v:q", .. arguments]);

    public CommandResult Publish() => Dotnet(["publish", Main, "-nologo", "-v:q"]);

    public CommandResult Run(IReadOnlyDictionary<string, string> environment) =>
        Dotnet(["run", "--no-build", "--project", Main], environment);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private CommandResult Dotnet(IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null) =>
        ChildProcess.Run("dotnet", arguments, _folder, new Dictionary<string, string>(environment ?? new Dictionary<string, string>()) { ["NUGET_PACKAGES"] = Cache });
}
