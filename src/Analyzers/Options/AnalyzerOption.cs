using Microsoft.CodeAnalysis.Diagnostics;

namespace TypedLlm.Analyzers.Options;

/// <summary>An option of the rules: a key of <c>.editorconfig</c> and <c>.globalconfig</c>, or an MSBuild property for a whole project.</summary>
/// <param name="Key">The key.</param>
/// <param name="Property">The property, which the key wins over.</param>
/// <param name="Default">What holds where neither has a valid value.</param>
/// <param name="Expected">What a valid value is, as part of a sentence.</param>
/// <param name="TryParse">Reads a value.</param>
internal sealed record AnalyzerOption<T>(string Key, string Property, T Default, string Expected, OptionParser<T> TryParse) : IAnalyzerOption
{
    private readonly string _property = "build_property." + Property;

    public T Read(AnalyzerConfigOptions options) =>
        (Text(options, Key) is { } own && TryParse(own, out var value))
        || (Text(options, _property) is { } common && TryParse(common, out value))
            ? value
            : Default;

    public void AddInvalid(AnalyzerConfigOptions options, ICollection<InvalidOption> found)
    {
        foreach (var (name, key) in ((string, string)[])[(Key, Key), (Property, _property)])
        {
            if (Text(options, key) is { } text && !TryParse(text, out _))
            {
                found.Add(new InvalidOption(name, text, Expected));
            }
        }
    }

    // A property that is not set comes as an empty text.
    private static string? Text(AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key, out var text) && text.Trim() is { Length: > 0 } value ? value : null;
}
