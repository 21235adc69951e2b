using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using TypedLlm.Catalog;

namespace TypedLlm;

/// <summary>
/// Finds what a configuration says under names that no setting has, and lists that are written as one text. Both would be ignored, and a
/// misspelt <c>Allow</c> would allow everything.
/// </summary>
internal sealed class ConfigurationValidator(IConfiguration configuration) : IValidateOptions<TypedLlmOptions>
{
    public ValidateOptionsResult Validate(string? name, TypedLlmOptions options)
    {
        var problems = new List<string>();
        var root = configuration.GetSection(TypedLlmOptions.SectionName);
        CheckNames(root, SettingNames.Root, problems);
        CheckNames(root.GetSection(nameof(TypedLlmOptions.Timers)), SettingNames.Timers, problems);
        CheckNames(root.GetSection(nameof(TypedLlmOptions.Breaker)), SettingNames.Breaker, problems);
        CheckNames(root.GetSection(nameof(TypedLlmOptions.Retry)), SettingNames.Retry, problems);
        CheckList(root.GetSection(nameof(TypedLlmOptions.Allow)), problems);
        CheckList(root.GetSection(nameof(TypedLlmOptions.Deny)), problems);
        foreach (var provider in root.GetSection(nameof(TypedLlmOptions.Providers)).GetChildren())
        {
            CheckNames(provider, SettingNames.Provider, problems);
        }

        foreach (var endpoint in root.GetSection(nameof(TypedLlmOptions.Endpoints)).GetChildren())
        {
            CheckNames(endpoint, SettingNames.Endpoint, problems);
            CheckList(endpoint.GetSection(nameof(EndpointOptions.Chain)), problems);
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static void CheckNames(IConfigurationSection section, IReadOnlyList<string> known, List<string> problems)
    {
        foreach (var setting in section.GetChildren())
        {
            if (!known.Contains(setting.Key, StringComparer.OrdinalIgnoreCase))
            {
                var advice = NearestName.Find(setting.Key, known) is { } nearest ? $"Did you mean {nearest}?" : $"Known are {string.Join(", ", known)}.";
                problems.Add($"{setting.Path} is no setting. {advice}");
            }
        }
    }

    private static void CheckList(IConfigurationSection list, List<string> problems)
    {
        // An empty list is an empty text, too.
        if (!string.IsNullOrEmpty(list.Value))
        {
            problems.Add($"{list.Path} is one text, but must be a list of names: [\"…\"] in JSON, {list.Path}:0 and so on elsewhere.");
        }
    }
}
