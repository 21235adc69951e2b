using TypedLlm.Tool.Cli;

namespace TypedLlm.Tool.Environments;

/// <summary>A value of the command line for one provider of one environment: <c>VALUE</c>, <c>ENV=VALUE</c> or <c>ENV/PROVIDER=VALUE</c>.</summary>
/// <param name="Environment">The environment; null for all.</param>
/// <param name="Provider">The provider.</param>
/// <param name="Value">The value.</param>
internal sealed record EnvironmentValue(string? Environment, string Provider, string Value)
{
    /// <summary>The option whose values must not be repeated in errors.</summary>
    public const string KeyOption = "--key";

    /// <exception cref="ToolException">One has no value, or two are for the same provider.</exception>
    public static IReadOnlyList<EnvironmentValue> ParseAll(string option, IEnumerable<string> texts)
    {
        EnvironmentValue[] values = [.. texts.Select(text => Parse(option, text))];
        return values.GroupBy(static value => (value.Environment?.ToUpperInvariant(), value.Provider.ToUpperInvariant())).FirstOrDefault(static scope => scope.Count() > 1) is { } twice
            ? throw new ToolException($"{option} is given {twice.Count()} times{(option == KeyOption ? "" : $" for {twice.First().Scope}")}; give it once, or once for each environment and provider: {option} ENV/PROVIDER=VALUE.")
            : values;
    }

    private string Scope => $"{(Environment is null ? "every environment" : $"environment '{Environment}'")} and provider '{Provider}'";

    public bool IsFor(string environment) => Environment is null || string.Equals(Environment, environment, StringComparison.OrdinalIgnoreCase);

    private static EnvironmentValue Parse(string option, string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);

        // An address may hold a '=' of its own, behind its scheme.
        var hasScope = equals >= 0 && !text.AsSpan(0, equals).Contains(':');
        var scope = hasScope ? text[..equals] : "";
        var value = hasScope ? text[(equals + 1)..] : text;
        if (string.IsNullOrWhiteSpace(value))
        {
            var shown = option == KeyOption && !VariableName.IsLikely(scope) ? "…=" : text;
            throw new ToolException($"{option} {shown} has no value; write {option} VALUE, ENV=VALUE or ENV/PROVIDER=VALUE.");
        }

        var slash = scope.IndexOf('/', StringComparison.Ordinal);
        return new EnvironmentValue(
            scope.Length == 0 ? null : slash < 0 ? scope : scope[..slash],
            slash < 0 ? ProviderSettings.Default : scope[(slash + 1)..],
            value);
    }
}
