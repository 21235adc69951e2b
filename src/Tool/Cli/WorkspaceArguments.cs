using System.CommandLine;
using TypedLlm.Tool.Environments;
using TypedLlm.Tool.Workspaces;

namespace TypedLlm.Tool.Cli;

/// <summary>The arguments of every command that reads endpoints: where they are, and the environments whose settings count.</summary>
internal sealed class WorkspaceArguments
{
    private readonly Argument<string[]> _paths = new("path")
    {
        Description = "Built assemblies, or folders that hold some, such as bin/Release/net10.0.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _host = new("--host")
    {
        Description = "The assembly of the app, whose catalog file and settings count before others. Default: the one that has an entry point.",
    };

    private readonly Option<string?> _settings = new("--settings")
    {
        Description = "The folder of appsettings.json. Default: that of the app's assembly.",
    };

    private readonly Option<string[]> _environments = new("--env")
    {
        Description = "An environment, such as Production: it has a section of its own in the lock file, and appsettings.<env>.json counts. May be repeated.",
    };

    private readonly Option<string[]> _keys = new("--key")
    {
        Description = "The environment variable that holds a key: VARIABLE, ENV=VARIABLE or ENV/PROVIDER=VARIABLE. Default: OPENAI_API_KEY and the settings.",
    };

    private readonly Option<string[]> _baseUrls = new("--base-url")
    {
        Description = "The address of the service: URL, ENV=URL or ENV/PROVIDER=URL. Default: OPENAI_BASE_URL and the settings.",
    };

    public Argument<string[]> Paths => _paths;

    public void AddTo(Command command)
    {
        command.Arguments.Add(_paths);
        command.Options.Add(_host);
        AddEnvironmentsTo(command);
    }

    /// <summary>The options alone, for commands whose arguments are others.</summary>
    public void AddEnvironmentsTo(Command command)
    {
        command.Options.Add(_settings);
        command.Options.Add(_environments);
        command.Options.Add(_keys);
        command.Options.Add(_baseUrls);
    }

    /// <exception cref="ToolException">A path holds no endpoints.</exception>
    public Workspace ReadWorkspace(ParseResult parsed, ToolHost host) =>
        ReadWorkspace(parsed.GetValue(_paths) ?? [], parsed, host);

    /// <summary>The workspace of the paths; of the current folder if none is named.</summary>
    /// <exception cref="ToolException">A path holds no endpoints.</exception>
    public Workspace ReadWorkspaceOrCurrent(ParseResult parsed, ToolHost host) =>
        ReadWorkspace(parsed.GetValue(_paths) is { Length: > 0 } paths ? paths : [host.Directory], parsed, host);

    /// <exception cref="ToolException">A path holds no endpoints.</exception>
    public Workspace ReadWorkspace(IReadOnlyList<string> paths, ParseResult parsed, ToolHost host) =>
        WorkspaceReader.Read([.. paths.Select(host.FullPath)], parsed.GetValue(_host) is { } app ? host.FullPath(app) : null);

    /// <summary>The environment of a command that looks at one.</summary>
    /// <exception cref="ToolException">Several are named, or the settings cannot be used.</exception>
    public ToolEnvironment ReadEnvironment(ParseResult parsed, ToolHost host, Workspace workspace) =>
        ReadEnvironments(parsed, host, workspace) is [var one]
            ? one
            : throw new ToolException($"{parsed.CommandResult.Command.Name} looks at one environment at a time; name one --env.");

    /// <summary>The environments that are named, in that order; one of the name <see cref="ToolEnvironment.Default"/> if none is.</summary>
    /// <exception cref="ToolException">The settings cannot be used.</exception>
    public IReadOnlyList<ToolEnvironment> ReadEnvironments(ParseResult parsed, ToolHost host, Workspace workspace)
    {
        var folder = parsed.GetValue(_settings) is { } settings ? host.FullPath(settings) : Path.GetDirectoryName(workspace.App?.Path);
        var reader = new EnvironmentReader(
            host,
            folder,
            workspace.App?.UserSecretsId,
            EnvironmentValue.ParseAll("--key", parsed.GetValue(_keys) ?? []),
            EnvironmentValue.ParseAll("--base-url", parsed.GetValue(_baseUrls) ?? []));
        return reader.Read(parsed.GetValue(_environments) ?? []);
    }
}
