using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using TypedLlm.Catalog;
using TypedLlm.Tool.Cli;

namespace TypedLlm.Tool.Environments;

/// <summary>
/// Reads settings as the app does: <c>appsettings.json</c>, <c>appsettings.&lt;env&gt;.json</c>, user secrets in Development and where no
/// environment is named, environment variables, and then the command line.
/// </summary>
/// <param name="host">Where variables come from.</param>
/// <param name="folder">The folder of the settings; null if there is none.</param>
/// <param name="secretsId">The id of the app's user secrets; null if it has none.</param>
/// <param name="keys">Which variables hold keys.</param>
/// <param name="baseUrls">Addresses that win over those of the settings.</param>
/// <param name="catalogProviders">The providers that models of the catalog are of.</param>
/// <param name="asks">Whether services are asked, so that keys must be there.</param>
internal sealed class EnvironmentReader(
    ToolHost host, string? folder, string? secretsId, IReadOnlyList<EnvironmentValue> keys, IReadOnlyList<EnvironmentValue> baseUrls, IReadOnlyCollection<string> catalogProviders, bool asks = true)
{
    private const string Development = "Development";

    /// <exception cref="ToolException">Settings cannot be used.</exception>
    public IReadOnlyList<ToolEnvironment> Read(IReadOnlyList<string> names)
    {
        if (names.FirstOrDefault(static name => !CatalogValues.IsName(name)) is { } odd)
        {
            throw new ToolException($"--env '{odd}' is no name of an environment: it must not be empty or contain white space.");
        }

        CheckScopes(EnvironmentValue.KeyOption, keys, names);
        CheckScopes("--base-url", baseUrls, names);
        return names.Count == 0
            ? [Read(ToolEnvironment.Default)]
            : [.. names.Distinct(StringComparer.OrdinalIgnoreCase).Select(Read)];
    }

    private static void CheckScopes(string option, IReadOnlyList<EnvironmentValue> values, IReadOnlyList<string> names)
    {
        if (values.FirstOrDefault(value => value.Environment is { } scope && !names.Contains(scope, StringComparer.OrdinalIgnoreCase)) is { } stray)
        {
            // It may be the begin of a key that ends with '='.
            throw new ToolException(option == EnvironmentValue.KeyOption && !VariableName.IsLikely(stray.Environment!)
                ? $"{option} is for an environment that is not checked; write VARIABLE, ENV=VARIABLE or ENV/PROVIDER=VARIABLE with an ENV that --env names."
                : $"{option} {stray.Environment}=… is for an environment that is not checked; add --env {stray.Environment}.");
        }
    }

    /// <summary>A provider that nothing knows would be left out without a word, and the default one be asked with its own key.</summary>
    private static void CheckProviders(string option, IReadOnlyList<EnvironmentValue> values, IReadOnlyCollection<string> known)
    {
        if (values.FirstOrDefault(value => !known.Contains(value.Provider, StringComparer.OrdinalIgnoreCase)) is { } stray)
        {
            var named = option == EnvironmentValue.KeyOption ? "is for a provider" : $"is for provider '{stray.Provider}'";
            var advice = NearestName.Find(stray.Provider, known) is { } nearest
                ? $"did you mean '{nearest}'?"
                : $"known are {string.Join(", ", known.Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal))}.";
            throw new ToolException($"{option} {named} that neither the settings nor a model of the catalog name; {advice}");
        }
    }

    private ToolEnvironment Read(string name)
    {
        var configuration = Configure(name);
        var options = new TypedLlmOptions();
        try
        {
            ConfigurationBinding.Bind(configuration, options);
        }
        catch (InvalidOperationException exception)
        {
            // The binder names the setting and the type that it must have.
            throw new ToolException($"the settings of environment '{name}' cannot be used: {exception.Message}", exception);
        }

        if (new ConfigurationValidator(configuration).Validate(null, options) is { Failed: true } invalid)
        {
            throw new ToolException($"the settings of environment '{name}' cannot be used: {invalid.FailureMessage}");
        }

        string[] providers = [.. catalogProviders, .. options.Providers.Keys, ProviderSettings.Default];
        CheckProviders(EnvironmentValue.KeyOption, keys, providers);
        CheckProviders("--base-url", baseUrls, providers);
        AddCommandLine(name, options);
        return new ToolEnvironment(name, options, ProviderSettings.Of(options, host.Variable))
        {
            IsConfigured = (folder is not null && File.Exists(Path.Combine(folder, $"appsettings.{name}.json")))
                || HasSecrets(name)
                || keys.Concat(baseUrls).Any(value => value.Environment is not null && value.IsFor(name)),
            SettingsNames = SettingsNames(),
        };
    }

    private IConfiguration Configure(string name)
    {
        var builder = new ConfigurationBuilder();
        if (folder is not null)
        {
            builder.AddJsonFile(Path.Combine(folder, "appsettings.json"), optional: true);
            builder.AddJsonFile(Path.Combine(folder, $"appsettings.{name}.json"), optional: true);
        }

        if (HasSecrets(name))
        {
            builder.AddUserSecrets(secretsId!);
        }

        builder.AddInMemoryCollection(Settings(host.Variables));
        try
        {
            return builder.Build();
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"the settings of environment '{name}' cannot be read: {exception.Message}{PlaceOf(exception)}", exception);
        }
    }

    private bool HasSecrets(string name) =>
        secretsId is not null && (name == ToolEnvironment.Default || string.Equals(name, Development, StringComparison.OrdinalIgnoreCase));

    private static string PlaceOf(Exception exception)
    {
        for (var inner = exception.InnerException; inner is not null; inner = inner.InnerException)
        {
            if (inner is JsonException { LineNumber: { } line, BytePositionInLine: { } column })
            {
                return string.Create(CultureInfo.InvariantCulture, $" Look at line {line + 1}, column {column + 1}.");
            }
        }

        return exception.InnerException is { } cause ? $" {cause.Message}" : "";
    }

    private void AddCommandLine(string name, TypedLlmOptions options)
    {
        foreach (var key in keys.Where(key => key.IsFor(name)))
        {
            if (host.Variable(key.Value) is { Length: > 0 } value)
            {
                Provider(options, key.Provider).ApiKey = value;
            }
            else if (!VariableName.IsLikely(key.Value))
            {
                throw new ToolException("the value of --key is no name of a variable. Keys are never written on the command line: set a variable, and name it.");
            }
            else if (asks)
            {
                throw new ToolException($"--key names the environment variable {key.Value}, which is not set. Keys are never written on the command line.");
            }
        }

        foreach (var url in baseUrls.Where(url => url.IsFor(name)))
        {
            Provider(options, url.Provider).BaseUrl = Uri.TryCreate(url.Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
                ? url.Value
                : throw new ToolException("--base-url has a value that is no absolute http or https address; write one such as https://llm.example.com/v1.");
        }
    }

    /// <summary>Variables as settings, whose names have no case: of two that differ in it alone, the last counts.</summary>
    private static Dictionary<string, string?> Settings(IReadOnlyDictionary<string, string> variables)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in variables)
        {
            settings[name.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal)] = value;
        }

        return settings;
    }

    private string[] SettingsNames() => folder is null || !Directory.Exists(folder)
        ? []
        : [.. Directory.EnumerateFiles(folder, "appsettings.*.json").Select(static file => Path.GetFileNameWithoutExtension(file)["appsettings.".Length..]).Order(StringComparer.Ordinal)];

    private static ProviderOptions Provider(TypedLlmOptions options, string name)
    {
        if (!options.Providers.TryGetValue(name, out var provider))
        {
            options.Providers.Add(name, provider = new ProviderOptions());
        }

        return provider;
    }
}
