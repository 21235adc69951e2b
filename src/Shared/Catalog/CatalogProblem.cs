namespace TypedLlm.Catalog;

/// <summary>What is wrong in a catalog file, and where.</summary>
internal sealed record CatalogProblem(JsonPosition Position, string Message)
{
    /// <summary>The problem with its line and column as editors count them, from 1.</summary>
    public override string ToString() => $"({Position.Line + 1},{Position.Column + 1}): {Message}";
}
