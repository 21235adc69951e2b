using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TypedLlm.Simulator;

/// <summary>The words of scripts and accounts in JSON, over HTTP as in files.</summary>
internal static class ScriptJson
{
    private const string PathInMessage = " Path: ";

    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new DurationConverter(), new WordConverters() },
    };

    /// <summary>The words that an object of a type may have.</summary>
    public static IEnumerable<string> WordsOf(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(static property => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));

    /// <summary>What is wrong, in the words of scripts: the reader of the platform speaks of types.</summary>
    /// <param name="wrong">What the reader says.</param>
    /// <param name="root">The path of what was read.</param>
    public static string Explain(JsonException wrong, string root = "$")
    {
        var path = root + wrong.Path?.TrimStart('$');
        var said = wrong.Message.Split(PathInMessage)[0];
        return said.Split('\'') switch
        {
            _ when wrong is ScriptValueException => $"The value of {path} is not of the kind that belongs here: {said}",
            [var start, ..] when start.StartsWith("The JSON value could not be converted", StringComparison.Ordinal) => $"The value of {path} is not of the kind that belongs here.",
            ["The JSON property ", var name, _, var type, ..] => $"There is no '{name}' here, only {string.Join(", ", WordsOf(type))}.",
            ["The property or field " or "The constructor parameter ", var name, ..] => $"'{name}' may not be null; leave it out.",
            ["JSON deserialization for type ", ..] => $"{path} lacks {said[(said.IndexOf(':', StringComparison.Ordinal) + 2)..].TrimEnd('.')}.",
            _ => said,
        };
    }

    private static IEnumerable<string> WordsOf(string type) => typeof(ScriptJson).Assembly.GetType(type) is { } known ? WordsOf(known) : [];
}
