namespace TypedLlm.Simulator;

/// <summary>Ends the reading of a line at the first thing that the validation finds.</summary>
internal sealed class BatchLineException(BatchError error) : Exception(error.Message)
{
    public BatchError Error => error;
}
