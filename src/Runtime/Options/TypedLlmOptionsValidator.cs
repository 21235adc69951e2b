using Microsoft.Extensions.Options;

namespace TypedLlm;

/// <summary>Finds settings that cannot work and names each by its path in the configuration.</summary>
internal sealed class TypedLlmOptionsValidator(Func<string, string?> environment) : IValidateOptions<TypedLlmOptions>
{
    public ValidateOptionsResult Validate(string? name, TypedLlmOptions options)
    {
        var problems = new List<string>();
        foreach (var provider in ProviderSettings.Of(options, environment))
        {
            CheckProvider(provider, problems);
        }

        CheckEndpoints(options.Endpoints, problems);
        CheckTimers(options.Timers, problems);
        CheckBreaker(options.Breaker, problems);
        CheckRetry(options.Retry, problems);
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    internal static void CheckProvider(ProviderSettings provider, List<string> problems)
    {
        var path = $"{TypedLlmOptions.SectionName}:Providers:{provider.Name}";
        var isDefault = string.Equals(provider.Name, ProviderSettings.Default, StringComparison.OrdinalIgnoreCase);
        if (provider.ApiKey is null && provider.GetApiKeyAsync is null)
        {
            problems.Add(
                $"{path}:ApiKey is not set. Set it{(isDefault ? $" or the environment variable {ProviderSettings.ApiKeyVariable}" : "")}, "
                + $"or set {nameof(ProviderOptions.GetApiKeyAsync)} in code.");
        }

        CheckHeader(provider.ApiKey, $"{path}:{nameof(ProviderOptions.ApiKey)}", problems);
        CheckHeader(provider.Organization, $"{path}:{nameof(ProviderOptions.Organization)}", problems);
        CheckHeader(provider.Project, $"{path}:{nameof(ProviderOptions.Project)}", problems);
        CheckDeployments(provider.Deployments, $"{path}:{nameof(ProviderOptions.Deployments)}", problems);
        var variable = isDefault ? $" (or the environment variable {ProviderSettings.BaseUrlVariable})" : "";
        if (provider.BaseUrl is null)
        {
            problems.Add($"{path}:BaseUrl is not set. Set it to the address that /responses is appended to, such as https://llm.example.com/v1.");
        }
        else if (!Uri.TryCreate(provider.BaseUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            problems.Add($"{path}:BaseUrl{variable} is not an absolute http or https address. Set it to an address such as https://llm.example.com/v1.");
        }
        else if (url.UserInfo.Length > 0 || url.Query.Length > 0 || url.Fragment.Length > 0)
        {
            problems.Add($"{path}:BaseUrl{variable} has user info, a query or a fragment. Leave only scheme, host, port and path; keys go into ApiKey.");
        }
    }

    private static void CheckHeader(string? value, string path, List<string> problems)
    {
        if (value is not null && !ProviderSettings.IsHeaderWord(value))
        {
            problems.Add($"{path} has characters that a header cannot carry. Leave only visible ASCII.");
        }
    }

    private static void CheckDeployments(IReadOnlyDictionary<string, string> deployments, string path, List<string> problems)
    {
        foreach (var (id, deployment) in deployments)
        {
            if (string.IsNullOrWhiteSpace(id))
            {
                problems.Add($"{path} has an entry without a model. Write \"Deployments\": {{ \"gpt-5.4\": \"name-of-the-deployment\" }}.");
            }
            else if (string.IsNullOrWhiteSpace(deployment))
            {
                problems.Add($"{path}:{id} is empty. Set it to the name of the model's deployment, or remove it.");
            }
        }
    }

    private static void CheckEndpoints(IDictionary<string, EndpointOptions> endpoints, List<string> problems)
    {
        foreach (var (name, endpoint) in endpoints)
        {
            var path = $"{TypedLlmOptions.SectionName}:{nameof(TypedLlmOptions.Endpoints)}:{name}:{nameof(EndpointOptions.Chain)}";
            if (endpoint.Chain.Count == 0)
            {
                problems.Add($"{path} lists no model. List at least one, the primary first, or remove the entry.");
            }

            for (var i = 0; i < endpoint.Chain.Count; i++)
            {
                if (string.IsNullOrWhiteSpace(endpoint.Chain[i]))
                {
                    problems.Add($"{path}:{i} is empty. Name a model, or remove it.");
                }
            }
        }
    }

    private static void CheckTimers(TimerOptions timers, List<string> problems)
    {
        const string Path = $"{TypedLlmOptions.SectionName}:Timers";
        CheckPositive(timers.Connect, $"{Path}:{nameof(TimerOptions.Connect)}", problems);
        CheckPositive(timers.Headers, $"{Path}:{nameof(TimerOptions.Headers)}", problems);
        CheckPositive(timers.FirstContent, $"{Path}:{nameof(TimerOptions.FirstContent)}", problems);
        CheckPositive(timers.Idle, $"{Path}:{nameof(TimerOptions.Idle)}", problems);
        CheckPositive(timers.Deadline, $"{Path}:{nameof(TimerOptions.Deadline)}", problems);
        CheckPositive(timers.StreamDeadline, $"{Path}:{nameof(TimerOptions.StreamDeadline)}", problems);
    }

    private static void CheckBreaker(BreakerOptions breaker, List<string> problems)
    {
        const string Path = $"{TypedLlmOptions.SectionName}:Breaker";
        if (breaker.FailureRatio is not (> 0 and <= 1))
        {
            problems.Add($"{Path}:{nameof(BreakerOptions.FailureRatio)} must be above 0 and at most 1.");
        }

        if (breaker.MinimumAttempts < 1)
        {
            problems.Add($"{Path}:{nameof(BreakerOptions.MinimumAttempts)} must be at least 1.");
        }

        CheckPositive(breaker.Window, $"{Path}:{nameof(BreakerOptions.Window)}", problems);
        CheckPositive(breaker.BreakDuration, $"{Path}:{nameof(BreakerOptions.BreakDuration)}", problems);
        if (breaker.MaxBreakDuration < breaker.BreakDuration)
        {
            problems.Add($"{Path}:{nameof(BreakerOptions.MaxBreakDuration)} must not be shorter than {nameof(BreakerOptions.BreakDuration)}.");
        }
    }

    private static void CheckRetry(RetryOptions retry, List<string> problems)
    {
        const string Path = $"{TypedLlmOptions.SectionName}:Retry";
        if (retry.BudgetRatio is not (>= 0 and <= 1))
        {
            problems.Add($"{Path}:{nameof(RetryOptions.BudgetRatio)} must be between 0 and 1.");
        }

        if (retry.BudgetPerSecond < 0)
        {
            problems.Add($"{Path}:{nameof(RetryOptions.BudgetPerSecond)} must not be negative.");
        }

        if (retry.MaxRetryAfter < TimeSpan.Zero)
        {
            problems.Add($"{Path}:{nameof(RetryOptions.MaxRetryAfter)} must not be negative.");
        }
    }

    private static void CheckPositive(TimeSpan? value, string path, List<string> problems)
    {
        // The upper limit is what a timer of the platform can wait for.
        if (value is { } set && (set <= TimeSpan.Zero || set.TotalMilliseconds > uint.MaxValue - 1))
        {
            problems.Add($"{path} must be longer than zero and at most 49 days.");
        }
    }
}
