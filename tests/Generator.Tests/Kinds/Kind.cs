namespace TypedLlm.Generator.Tests.Kinds;

/// <summary>A type that a model can answer with.</summary>
/// <param name="Type">The type as C# code.</param>
/// <param name="Answer">An answer in the form of the schema, without the object around a root that is none.</param>
/// <param name="Expected">What System.Text.Json writes for the value; null if that is the answer itself.</param>
internal sealed record Kind(string Type, string Answer, string? Expected = null)
{
    /// <summary>The property that the answer stands in; null if it is an object itself.</summary>
    public string? Wrapper { get; init; }

    /// <summary>Whether an answer can follow the schema and still be refused: a schema cannot say that keys differ, and the simulator follows no pattern.</summary>
    public bool SaysLess { get; init; }

    /// <summary>Whether something of it is shown while it arrives: of a list, and of a type that is partial.</summary>
    public bool HasView { get; init; }

    /// <summary>The answer as it stands on the wire.</summary>
    public string Wire(string json) => Wrapper is null ? json : $"{{\"{Wrapper}\":{json}}}";

    public static Kind Value(string type, string answer, string? expected = null) => new(type, answer, expected) { Wrapper = "value" };

    public static Kind Items(string type, string answer, string? expected = null) => new(type, answer, expected) { Wrapper = "items", HasView = true };
}
