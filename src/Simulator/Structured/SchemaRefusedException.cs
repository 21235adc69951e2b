namespace TypedLlm.Simulator;

/// <summary>Ends the check of a schema at the first thing that is refused.</summary>
/// <param name="message">What is refused, as the service says it.</param>
/// <param name="isGeneral">Whether the service leaves out the name of the schema.</param>
internal sealed class SchemaRefusedException(string message, bool isGeneral = false) : Exception(message)
{
    public bool IsGeneral => isGeneral;
}
