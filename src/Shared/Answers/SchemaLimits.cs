using System.Globalization;

namespace TypedLlm.TypedAnswers;

/// <summary>The limits of the service for schemas.</summary>
internal static class SchemaLimits
{
    /// <summary>From this many values on, the characters of one enum count.</summary>
    public const int ManyValues = 250;

    private const int Properties = 5_000;
    private const int Levels = 10;
    private const int NameCharacters = 120_000;
    private const int EnumValues = 1_000;
    private const int CharactersOfManyValues = 15_000;

    /// <summary>The problems of a shape whose schema is too large. They belong to the root, wherever its parts are declared.</summary>
    public static IEnumerable<AnswerProblem> Check(AnswerShape answer, string name)
    {
        foreach (var limit in Exceeded(StrictSchemaWriter.Write(answer).Size, SchemaDepth.Of(answer)))
        {
            yield return new AnswerProblem(DiagnosticIds.SchemaLimit, Location: null, [name, limit.Reason, limit.WayOut]);
        }
    }

    /// <summary>The limits that a schema exceeds.</summary>
    public static IEnumerable<Refusal> Exceeded(SchemaSize size, int levels)
    {
        if (size.Properties > Properties)
        {
            yield return new Refusal($"has {Number(size.Properties)} properties, of {Number(Properties)}", "ask for parts of it in several calls");
        }

        if (levels > Levels)
        {
            yield return new Refusal($"has {Number(levels)} levels of nesting, of {Number(Levels)}", "flatten it, or ask for parts of it in several calls");
        }

        if (size.NameCharacters > NameCharacters)
        {
            yield return new Refusal($"has {Number(size.NameCharacters)} characters of names, of {Number(NameCharacters)}", "shorten them with [JsonPropertyName]");
        }

        if (size.EnumValues > EnumValues)
        {
            yield return new Refusal($"has {Number(size.EnumValues)} enum values, of {Number(EnumValues)}", "use string and check it with [Validate]");
        }

        if (size.LongestEnum > CharactersOfManyValues)
        {
            yield return new Refusal(
                $"has an enum of more than {Number(ManyValues)} values with {Number(size.LongestEnum)} characters, of {Number(CharactersOfManyValues)}",
                "shorten them with [JsonStringEnumMemberName]");
        }
    }

    private static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
