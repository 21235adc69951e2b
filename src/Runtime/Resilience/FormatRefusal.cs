namespace TypedLlm.Resilience;

/// <summary>
/// Finds refusals of the form that an answer was to have. The service says so in code and parameter; compatible servers often have neither,
/// and only their words tell.
/// </summary>
internal static class FormatRefusal
{
    private const string InvalidSchema = "invalid_json_schema";

    private static readonly string[] FormatWords = ["response_format", "text.format", "json_schema", "structured output", "json mode"];

    // With a space it is a schema; with an underscore, the way to demand one.
    private static readonly string[] SchemaWords = ["json schema", "invalid schema", "grammar error"];

    // What a schema says besides its types: fine-tuned models take none of it, and servers differ in what they do.
    private static readonly string[] Keywords =
        ["pattern", "format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minItems", "maxItems"];

    /// <summary>How the same target is asked again. Null if something else was refused.</summary>
    public static Repeat? RepeatAfter(Failure failure)
    {
        if (!failure.AsksFormat)
        {
            return null;
        }

        var param = failure.Param ?? "";
        if (failure.Code == InvalidSchema || Names(param, "text.format.schema") || Names(param, "response_format.json_schema.schema"))
        {
            return Repeat.WithoutSchema;
        }

        if (param.Length > 0 && !Names(param, "text") && !Names(param, "response_format"))
        {
            return null;
        }

        return Says(failure, SchemaWords) ? Repeat.WithoutSchema
            : param.Length > 0 || Says(failure, FormatWords) ? Repeat.AsWeakerDemand
            : null;
    }

    /// <summary>Whether code or parameter of a refusal say what it is about, and not its words alone, which may be those of the request.</summary>
    public static bool IsNamed(Failure failure) => failure.Code == InvalidSchema || !string.IsNullOrEmpty(failure.Param);

    /// <summary>The keyword of a schema that the service quotes; null if it quotes none. A word of ours: nothing else of the message may be logged.</summary>
    public static string? KeywordIn(string? message)
    {
        // Names of members stand before it, and one may be called like a keyword.
        var last = -1;
        string? found = null;
        foreach (var keyword in Keywords)
        {
            if (message?.LastIndexOf($"'{keyword}'", StringComparison.Ordinal) is { } at && at > last)
            {
                (last, found) = (at, keyword);
            }
        }

        return found;
    }

    private static bool Names(string param, string parameter) => param.StartsWith(parameter, StringComparison.Ordinal);

    // A body that names no message is often the request again, and the request has all of these words.
    private static bool Says(Failure failure, string[] words) =>
        failure is { Message: { } message, MessageIsExcerpt: false } && words.Any(word => message.Contains(word, StringComparison.OrdinalIgnoreCase));
}
