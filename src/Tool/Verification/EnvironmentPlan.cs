using TypedLlm.Catalog;
using TypedLlm.Tool.Environments;
using TypedLlm.Tool.Service;

namespace TypedLlm.Tool.Verification;

/// <summary>What is to be checked in one environment.</summary>
/// <param name="Environment">The environment.</param>
/// <param name="Chains">The chains that it runs.</param>
/// <param name="Targets">The models that they ask.</param>
internal sealed record EnvironmentPlan(ToolEnvironment Environment, IReadOnlyList<CheckedChain> Chains, IReadOnlyList<ModelTarget> Targets)
{
    /// <summary>What makes the app refuse to start, or the tool unable to ask.</summary>
    public required IReadOnlyList<NotChecked> Problems { get; init; }

    /// <summary>The providers that can be asked, in the order of the settings.</summary>
    public required IReadOnlyList<ProviderSettings> Providers { get; init; }

    public string BaseUrls => string.Join(", ", Providers.Select(static provider => provider.BaseUrl));

    public string Credentials => string.Join(", ", Providers.Select(static provider => CredentialFingerprint.Of(provider.ApiKey!)));

    public static EnvironmentPlan Of(ToolEnvironment environment, ChainCollector collector, CatalogDate today)
    {
        var chains = collector.Collect(environment);
        var targets = TargetCollector.Collect(environment, chains, today);
        var problems = new List<NotChecked>();
        if (collector.ProblemOf(environment) is { } settings)
        {
            problems.Add(new NotChecked(null, "settings", settings));
        }

        var usable = new List<ProviderSettings>();
        foreach (var name in targets.Select(static target => target.ProviderName).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (environment.Provider(name) is not { } provider)
            {
                var path = $"{TypedLlmOptions.SectionName}:Providers:{name}";
                problems.Add(new NotChecked(null, $"provider {name}", $"it has no settings; set {path}:BaseUrl and {path}:ApiKey"));
            }
            else if (ProblemsOf(provider) is { Count: > 0 } wrong)
            {
                problems.AddRange(wrong.Select(problem => new NotChecked(null, $"provider {name}", AdviceOf(problem, environment, provider))));
            }
            else
            {
                usable.Add(provider);
            }
        }

        return new EnvironmentPlan(environment, chains, targets)
        {
            Problems = problems,
            Providers = [.. environment.Providers.Where(usable.Contains)],
        };
    }

    /// <summary>Whether a model can be asked.</summary>
    public bool CanAsk(ModelTarget target) => target.Provider is { } provider && Providers.Contains(provider);

    private static List<string> ProblemsOf(ProviderSettings provider)
    {
        var problems = new List<string>();
        TypedLlmOptionsValidator.CheckProvider(provider, problems);
        return problems;
    }

    private static string AdviceOf(string problem, ToolEnvironment environment, ProviderSettings provider) => provider.ApiKey is null
        ? $"{problem.TrimEnd('.')}; here, --key {environment.Name}/{provider.Name}=VARIABLE names the variable that holds it"
        : problem.TrimEnd('.');
}
