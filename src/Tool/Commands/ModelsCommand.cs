using System.CommandLine;
using System.Globalization;
using TypedLlm.Catalog;
using TypedLlm.Tool.Catalogs;
using TypedLlm.Tool.Cli;
using TypedLlm.Tool.Environments;
using TypedLlm.Tool.Replacements;
using TypedLlm.Tool.Workspaces;

namespace TypedLlm.Tool.Commands;

/// <summary><c>typedllm models</c>: what the catalog knows.</summary>
internal sealed class ModelsCommand
{
    private readonly Argument<string?> _id = new("id")
    {
        Description = "The model to explain: an id, a short name, a snapshot or an alias. Default: list models.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string[]> _can = new("--can")
    {
        HelpName = "feature",
        Description = "Only models that are known to do this: streaming, structured, tools, image, pdf, batch or background, with :chat for the Chat Completions API. May be repeated.",
    };

    private readonly Option<string?> _provider = new("--provider") { HelpName = "name", Description = "Only models of this provider." };

    private readonly Option<ModelLifetime?> _status = ChoiceOption.Optional<ModelLifetime>(
        "--status", "Only models that are live without an announced end, that retire on a day that is announced, or that are shut down.");

    private readonly Option<decimal?> _maxOutputPrice = new("--max-output-price") { HelpName = "usd", Description = "Only models that are known to cost at most this, in USD per million output tokens." };

    private readonly Option<string?> _replace = new("--replace") { HelpName = "model", Description = "Say what can replace this model, and what it would cost." };

    private readonly Option<string?> _for = new("--for") { HelpName = "type.method", Description = "With --replace: the method whose needs and chain count, as TYPE.METHOD, and the paths of its assembly behind it." };

    private readonly Option<int?> _inputTokens = InputTokensOption.Of("With --replace: how long the input is at most, for the highest cost of a call.");

    private readonly Option<bool> _emit = new("--emit") { Description = "Write the models and aliases of the project's catalog file as C# constants." };

    private readonly Option<string?> _namespace = new("--namespace") { HelpName = "name", Description = "With --emit: the namespace. Default: the name of the file's folder." };

    private readonly Option<string> _class = new("--class") { HelpName = "name", Description = "With --emit: the class.", DefaultValueFactory = static _ => "Models" };

    private readonly Option<string?> _output = new("--output") { HelpName = "file", Description = "With --emit: the file to write. Default: standard output." };

    private readonly Option<OutputFormat> _format = ChoiceOption.Of<OutputFormat>("--format", "How the result is written.");

    private readonly WorkspaceArguments _workspace = new();
    private readonly CatalogArguments _catalog = new();
    private readonly ToolHost _host;

    private ModelsCommand(ToolHost host) => _host = host;

    public static Command Create(ToolHost host)
    {
        var models = new ModelsCommand(host);
        var command = new Command("models", "Lists and explains models, finds what can replace one, and writes constants.")
        {
            models._id,
            models._can,
            models._provider,
            models._status,
            models._maxOutputPrice,
            models._replace,
            models._for,
            models._inputTokens,
            models._emit,
            models._namespace,
            models._class,
            models._output,
            models._format,
        };
        models._workspace.AddTo(command);
        models._catalog.AddTo(command);
        command.SetAction(models.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var emits = parsed.GetValue(_emit);
        if (emits)
        {
            RefuseOptions(parsed, "with --emit", [_can, _provider, _status, _maxOutputPrice, _replace, _for, _inputTokens, _format]);
            return parsed.GetValue(_id) is { } stray
                ? throw new ToolException($"--emit writes the whole catalog file; leave out {stray}.")
                : Emit(parsed);
        }

        RefuseOptions(parsed, "without --emit", [_namespace, _class, _output]);

        // What stands first is a path where no model is to be explained.
        var replaced = parsed.GetValue(_replace);
        var first = parsed.GetValue(_id);
        var isPath = first is not null && (replaced is not null || Path.Exists(_host.FullPath(first)));
        if (first is not null && !isPath && Array.Find(parsed.GetValue(_workspace.Paths) ?? [], IsName) is { } second)
        {
            throw new ToolException(
                $"{second}: there is no such path, and models explains one model at a time. Explain {second} by itself; --can, --provider, --status and --max-output-price list several.");
        }

        string[] paths = isPath ? [first!, .. parsed.GetValue(_workspace.Paths) ?? []] : parsed.GetValue(_workspace.Paths) ?? [];
        var workspace = paths.Length == 0 ? Workspace.Empty : _workspace.ReadWorkspace(paths, parsed, _host);
        var environment = _workspace.ReadEnvironment(parsed, _host, workspace);
        var own = _catalog.ReadFile(parsed, _host);
        if (replaced is not null)
        {
            RefuseOptions(parsed, "with --replace", [_can, _provider, _status, _maxOutputPrice]);
            return new ReplacementRun(_host, workspace, environment, own).Run(replaced, parsed.GetValue(_for), InputTokensOption.Read(parsed, _inputTokens), parsed.GetValue(_format));
        }

        RefuseOptions(parsed, "without --replace", [_for, _inputTokens]);
        var catalog = CatalogOf(workspace, environment, own);
        if (first is null || isPath)
        {
            return List(parsed, catalog);
        }

        RefuseOptions(parsed, $"with a model ({first})", [_can, _provider, _status, _maxOutputPrice]);
        return Explain(first, parsed, catalog);
    }

    /// <summary>Whether it is neither there nor written as a path is.</summary>
    private bool IsName(string argument) =>
        !Path.Exists(_host.FullPath(argument)) && Path.GetFileName(argument) == argument && !argument.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);

    private static void RefuseOptions(ParseResult parsed, string mode, Option[] options)
    {
        if (Array.Find(options, option => parsed.GetResult(option) is { Implicit: false }) is { } idle)
        {
            throw new ToolException($"{idle.Name} does nothing {mode}; leave it out. typedllm models --help says what it is for.");
        }
    }

    private static ModelCatalog CatalogOf(Workspace workspace, ToolEnvironment environment, CatalogFile own)
    {
        var catalog = workspace.Assemblies.Aggregate(BuiltInCatalog.Instance, static (catalog, assembly) => catalog.With(assembly.Catalog));
        return (workspace.App is { } app ? catalog.With(app.Catalog) : catalog).With(own).With(environment.Lists);
    }

    private int List(ParseResult parsed, ModelCatalog catalog)
    {
        string[] providers = [.. catalog.Models.Select(static model => model.Provider).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];
        if (parsed.GetValue(_provider) is { } provider && !providers.Contains(provider, StringComparer.OrdinalIgnoreCase))
        {
            throw new ToolException($"--provider {provider} is none that the catalog knows; it has models of {string.Join(", ", providers)}.");
        }

        if (parsed.GetValue(_maxOutputPrice) is < 0 and var price)
        {
            throw new ToolException(string.Create(CultureInfo.InvariantCulture, $"--max-output-price {price} is no price; write US dollars per million tokens, such as 2."));
        }

        var filter = new ModelFilter
        {
            Features = [.. (parsed.GetValue(_can) ?? []).Select(static text => ModelFeature.Parse("--can", text))],
            Provider = parsed.GetValue(_provider),
            Lifetime = parsed.GetValue(_status),
            MaxOutputPrice = parsed.GetValue(_maxOutputPrice),
        };
        ModelFacts[] models = [.. catalog.Models.Where(model => filter.Passes(model, _host.Today))];
        if (parsed.GetValue(_format) == OutputFormat.Json)
        {
            ModelListWriter.WriteJson(_host, catalog, models);
        }
        else
        {
            ModelListWriter.WriteTable(_host, models, _host.Today);
            _host.Error.WriteLine($"{models.Length} of {catalog.Models.Count} models, as of {catalog.AsOf}.");
        }

        return ExitCode.Good;
    }

    private int Explain(string name, ParseResult parsed, ModelCatalog catalog)
    {
        var model = catalog.Resolve(name);
        var explanation = new ModelExplanation(model, UnknownModel.FactsOf(model, catalog), catalog, _host.Today);
        if (parsed.GetValue(_format) == OutputFormat.Json)
        {
            explanation.WriteJson(_host);
        }
        else
        {
            explanation.WriteText(_host.Out);
        }

        return ExitCode.Good;
    }

    private int Emit(ParseResult parsed)
    {
        var path = _catalog.PathOf(parsed, _host)
            ?? throw new ToolException($"--emit needs a typedllm.models.json, and {_host.Directory} has none; name one with --catalog.");
        var file = _catalog.ReadFile(parsed, _host);
        var className = parsed.GetValue(_class)!;
        var nameSpace = parsed.GetValue(_namespace) ?? NamespaceOf(path);
        if (!ConstantNames.IsIdentifier(className) || !nameSpace.Split('.').All(ConstantNames.IsIdentifier))
        {
            throw new ToolException($"{nameSpace}.{className} is no name of a class; choose others with --namespace and --class.");
        }

        var catalog = BuiltInCatalog.Instance.With(file);
        string[] dead = [.. file.Aliases.Select(static alias => alias.Name).Where(alias => catalog.Resolve(alias).Facts is null)];
        if (dead.Length > 0)
        {
            throw new ToolException($"--emit writes no constant for an alias that leads to no known model: {string.Join(", ", dead)}. Mend or remove it, or declare its model under 'models'.");
        }

        var code = new ConstantsWriter(nameSpace, className).Write(file, catalog);
        if (parsed.GetValue(_output) is { } output)
        {
            OutputFile.Write(_host.FullPath(output), code);
            _host.Out.WriteLine($"written {output}");
        }
        else
        {
            _host.Out.Write(code);
        }

        return ExitCode.Good;
    }

    private static string NamespaceOf(string path) => Path.GetFileName(Path.GetDirectoryName(path))!.Replace('-', '_').Replace(' ', '_');
}
