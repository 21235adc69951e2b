using TypedLlm.Transports;

namespace TypedLlm.Tool.Probes;

/// <summary>
/// An answer that is known to mean no. Status, codes and param decide; the service's text only where they say too little, since texts
/// change.
/// </summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What it means, as a clause for people.</param>
internal sealed record RecordedRefusal(int Status, string Detail)
{
    /// <summary>The codes for something in the request that a model does not take.</summary>
    public static readonly IReadOnlyList<string> Unsupported = ["unsupported_parameter", "unsupported_value"];

    /// <summary>Any of these; empty for every code.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>Any of these, or a member of them; empty for every param.</summary>
    public IReadOnlyList<string> Params { get; init; } = [];

    /// <summary>Any of these parts of the text; empty for every text.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>Whether it is of the model itself.</summary>
    public bool IsNoAccess { get; init; }

    public bool Matches(int status, ErrorFacts error) =>
        status == Status
        && (Codes.Count == 0 || Codes.Contains(error.Code))
        && (Params.Count == 0 || Params.Any(param => IsOrIsIn(error.Param, param)))
        && (Texts.Count == 0 || Texts.Any(text => error.Message?.Contains(text, StringComparison.OrdinalIgnoreCase) == true));

    private static bool IsOrIsIn(string? param, string name) =>
        param is not null && param.StartsWith(name, StringComparison.Ordinal) && (param.Length == name.Length || param[name.Length] is '.' or '[');
}
