namespace TypedLlm.Simulator;

/// <summary>A place in a schema, written as the service does.</summary>
internal sealed class SchemaPath
{
    private readonly string[] _steps;

    private SchemaPath(string[] steps) => _steps = steps;

    public static SchemaPath Root { get; } = new([]);

    public SchemaPath To(string step) => new([.. _steps, step]);

    public SchemaRefusedException Refuse(string what) => new($"In context={this}, {what}");

    public override string ToString() =>
        $"({string.Join(",", _steps.Select(step => $"'{step}'"))}{(_steps.Length == 1 ? "," : "")})";
}
