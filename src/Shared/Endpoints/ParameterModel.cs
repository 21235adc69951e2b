namespace TypedLlm.Endpoints;

/// <summary>One parameter of a method.</summary>
/// <param name="Role">What it is for.</param>
/// <param name="Type">The type as C# code.</param>
/// <param name="Name">The name as C# code.</param>
internal sealed record ParameterModel(ParameterRole Role, string Type, string Name)
{
    /// <summary>The default value as C# code.</summary>
    public string? Default { get; init; }

    /// <summary>Whether null is refused.</summary>
    public bool RefusesNull { get; init; }

    /// <summary>Its name where a prompt reads it, as C# code; null if none does.</summary>
    public string? NameInPrompt { get; init; }
}
