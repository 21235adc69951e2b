using System.CommandLine;
using TypedLlm.Tool.Environments;
using TypedLlm.Tool.Locks;
using TypedLlm.Tool.Verification;
using TypedLlm.Tool.Workspaces;

namespace TypedLlm.Tool.Cli;

/// <summary>The arguments of every command that reads endpoints: where they are, and the environments whose settings count.</summary>
/// <param name="severalEnvironments">Whether the command looks at more than one environment.</param>
/// <param name="keys">Whether it uses keys.</param>
/// <param name="addresses">Whether it uses the address of the service.</param>
internal sealed class WorkspaceArguments(bool severalEnvironments = false, bool keys = false, bool addresses = false)
{
    private readonly Argument<string[]> _paths = new("path")
    {
        Description = "Built assemblies, or folders that hold some, such as bin/Release/net10.0.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _host = new("--host")
    {
        HelpName = "file",
        Description = "The assembly of the app, whose catalog file and settings count before others. Default: the one that has an entry point.",
    };

    private readonly Option<string?> _settings = new("--settings")
    {
        HelpName = "folder",
        Description = "The folder of appsettings.json. Default: that of the app's assembly.",
    };

    private readonly Option<string[]> _environments = new("--env")
    {
        HelpName = "name",
        Description = $"An environment, such as Production: it has a section of its own in the lock file, and appsettings.<env>.json counts.{(severalEnvironments ? " May be repeated." : "")}",
    };

    private readonly Option<string[]> _keys = new("--key")
    {
        HelpName = "variable",
        Description = "The environment variable that holds a key: VARIABLE, ENV=VARIABLE or ENV/PROVIDER=VARIABLE. Default: OPENAI_API_KEY and the settings.",
    };

    private readonly Option<string[]> _baseUrls = new("--base-url")
    {
        HelpName = "url",
        Description = "The address of the service: URL, ENV=URL or ENV/PROVIDER=URL. Default: OPENAI_BASE_URL and the settings.",
    };

    public Argument<string[]> Paths => _paths;

    public void AddTo(Command command)
    {
        command.Arguments.Add(_paths);
        command.Options.Add(_host);
        command.Options.Add(_settings);
        command.Options.Add(_environments);
        if (keys)
        {
            command.Options.Add(_keys);
        }

        if (addresses)
        {
            command.Options.Add(_baseUrls);
        }
    }

    /// <exception cref="ToolException">A path holds no endpoints.</exception>
    public Workspace ReadWorkspace(ParseResult parsed, ToolHost host) =>
        ReadWorkspace(parsed.GetValue(_paths) ?? [], parsed, host);

    /// <summary>The workspace of the paths; of the current folder if none is named.</summary>
    /// <exception cref="ToolException">A path holds no endpoints.</exception>
    public Workspace ReadWorkspaceOrCurrent(ParseResult parsed, ToolHost host) =>
        ReadWorkspace(parsed.GetValue(_paths) is { Length: > 0 } paths ? paths : [host.Directory], parsed, host);

    /// <exception cref="ToolException">A path holds no endpoints.</exception>
    public Workspace ReadWorkspace(IReadOnlyList<string> paths, ParseResult parsed, ToolHost host)
    {
        var workspace = WorkspaceReader.Read([.. paths.Select(host.FullPath)], parsed.GetValue(_host) is { } app ? host.FullPath(app) : null);
        foreach (var note in workspace.Notes)
        {
            host.Error.WriteLine($"typedllm: {note}.");
        }

        return workspace;
    }

    /// <summary>The environment of a command that looks at one.</summary>
    /// <exception cref="ToolException">Several are named, nothing knows the one, or the settings cannot be used.</exception>
    public ToolEnvironment ReadEnvironment(ParseResult parsed, ToolHost host, Workspace workspace) =>
        ReadEnvironments(parsed, host, workspace, asks: false) is [var one]
            ? Known(one, host)
            : throw new ToolException($"{parsed.CommandResult.Command.Name} looks at one environment at a time; name one --env.");

    /// <summary>The environments that are named, in that order; one of the name <see cref="ToolEnvironment.Default"/> if none is.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="host">Where variables come from.</param>
    /// <param name="workspace">The app whose settings count.</param>
    /// <param name="asks">Whether services are asked, so that keys must be there.</param>
    /// <exception cref="ToolException">The settings cannot be used.</exception>
    public IReadOnlyList<ToolEnvironment> ReadEnvironments(ParseResult parsed, ToolHost host, Workspace workspace, bool asks)
    {
        var folder = parsed.GetValue(_settings) is { } settings ? host.FullPath(settings) : Path.GetDirectoryName(workspace.App?.Path);
        if (parsed.GetValue(_settings) is not null && !Directory.Exists(folder))
        {
            throw new ToolException($"--settings {folder} is no folder; name the one that appsettings.json is in.");
        }

        var reader = new EnvironmentReader(
            host,
            folder,
            workspace.App?.UserSecretsId,
            EnvironmentValue.ParseAll(EnvironmentValue.KeyOption, parsed.GetValue(_keys) ?? []),
            EnvironmentValue.ParseAll("--base-url", parsed.GetValue(_baseUrls) ?? []),
            workspace.CatalogProviders,
            asks);
        return reader.Read(parsed.GetValue(_environments) ?? []);
    }

    /// <summary>A command that asks nobody takes its word from the settings: an environment that nothing says anything of is most often misspelled.</summary>
    private static ToolEnvironment Known(ToolEnvironment environment, ToolHost host)
    {
        if (!environment.IsConfigured && environment.Name != ToolEnvironment.Default)
        {
            UnknownEnvironment.Refuse(environment, new LockStore(host.FullPath(LockStore.FileName), host.Time).Read());
        }

        return environment;
    }
}
