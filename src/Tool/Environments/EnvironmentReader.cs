using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
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
internal sealed class EnvironmentReader(
    ToolHost host, string? folder, string? secretsId, IReadOnlyList<EnvironmentValue> keys, IReadOnlyList<EnvironmentValue> baseUrls)
{
    private const string Development = "Development";

    /// <exception cref="ToolException">Settings cannot be used.</exception>
    public IReadOnlyList<ToolEnvironment> Read(IReadOnlyList<string> names)
    {
        CheckScopes("--key", keys, names);
        CheckScopes("--base-url", baseUrls, names);
        return names.Count == 0
            ? [Read(ToolEnvironment.Default)]
            : [.. names.Distinct(StringComparer.OrdinalIgnoreCase).Select(Read)];
    }

    private static void CheckScopes(string option, IReadOnlyList<EnvironmentValue> values, IReadOnlyList<string> names)
    {
        if (values.FirstOrDefault(value => value.Environment is { } scope && !names.Contains(scope, StringComparer.OrdinalIgnoreCase)) is { } stray)
        {
            throw new ToolException($"{option} {stray.Environment}=… is for an environment that is not checked; add --env {stray.Environment}.");
        }
    }

    private ToolEnvironment Read(string name)
    {
        var configuration = Configure(name);
        var options = new TypedLlmOptions();
        ConfigurationBinding.Bind(configuration, options);
        if (new ConfigurationValidator(configuration).Validate(null, options) is { Failed: true } invalid)
        {
            throw new ToolException($"the settings of environment '{name}' cannot be used: {invalid.FailureMessage}");
        }

        AddCommandLine(name, options);
        return new ToolEnvironment(name, options, ProviderSettings.Of(options, host.Variable));
    }

    private IConfiguration Configure(string name)
    {
        var builder = new ConfigurationBuilder();
        if (folder is not null)
        {
            builder.AddJsonFile(Path.Combine(folder, "appsettings.json"), optional: true);
            builder.AddJsonFile(Path.Combine(folder, $"appsettings.{name}.json"), optional: true);
        }

        if (secretsId is not null && (name == ToolEnvironment.Default || string.Equals(name, Development, StringComparison.OrdinalIgnoreCase)))
        {
            builder.AddUserSecrets(secretsId);
        }

        builder.AddInMemoryCollection(host.Variables.Select(static variable =>
            KeyValuePair.Create(variable.Key.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal), (string?)variable.Value)));
        try
        {
            return builder.Build();
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            throw new ToolException($"the settings of environment '{name}' cannot be read: {exception.Message} {exception.InnerException?.Message}".TrimEnd(), exception);
        }
    }

    private void AddCommandLine(string name, TypedLlmOptions options)
    {
        foreach (var key in keys.Where(key => key.IsFor(name)))
        {
            Provider(options, key.Provider).ApiKey = host.Variable(key.Value) is { Length: > 0 } value
                ? value
                : throw new ToolException($"--key names the environment variable {key.Value}, which is not set. Keys are never written on the command line.");
        }

        foreach (var url in baseUrls.Where(url => url.IsFor(name)))
        {
            Provider(options, url.Provider).BaseUrl = url.Value;
        }
    }

    private static ProviderOptions Provider(TypedLlmOptions options, string name)
    {
        if (!options.Providers.TryGetValue(name, out var provider))
        {
            options.Providers.Add(name, provider = new ProviderOptions());
        }

        return provider;
    }
}
