namespace TypedLlm.Simulator;

/// <summary>The errors of the files calls; each comes with a copy of itself beside it.</summary>
internal static class FileErrors
{
    public static ApiError NoSuchFile(string id) => new(404, $"No such File object: {id}") { Param = "id", HasDetail = true };

    public static ApiError UnknownPurpose(string given, IEnumerable<string> purposes) =>
        new(400, $"'{given}' is not one of [{string.Join(", ", purposes.Select(purpose => $"'{purpose}'"))}] - 'purpose'") { HasDetail = true };

    public static ApiError NotJsonLines() => new(400, "Invalid file format for Batch API. Must be .jsonl") { HasDetail = true };

    public static ApiError Missing(string name) => ApiErrors.MissingParameter(name) with { HasDetail = true };
}
