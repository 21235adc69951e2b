using TypedLlm.Transports;

namespace TypedLlm.Tool.Probes;

/// <summary>The errors of a batch or its line that are known to mean no.</summary>
internal static class BatchRefusals
{
    private const string Code = "model_not_found";

    /// <summary>An entry in the errors of a batch that failed when it was validated; null if it says nothing about the model.</summary>
    public static BatchOutcome? OfValidation(ErrorFacts error) => error.Code == Code
        ? new BatchOutcome(ProbeVerdict.Refused, $"the batch is accepted and then fails: the model is not supported by the Batch API ({Code})")
        : null;

    /// <summary>The answer to a line; null if it says nothing about the model.</summary>
    public static BatchOutcome? OfLine(int status, ErrorFacts error)
    {
        if (status is not (403 or 404) || error.Code != Code)
        {
            return null;
        }

        // The service asks for a model of its own with this ending, which some models lack. That is no statement about the model itself.
        return error.Message?.Contains("-batch", StringComparison.Ordinal) == true
            ? new BatchOutcome(ProbeVerdict.Refused, $"the batch is accepted and its line fails: the service looks for a '-batch' model that does not exist ({status}, {Code})")
            : new BatchOutcome(ProbeVerdict.Refused, $"the model does not exist for this key ({status}, {Code})") { IsNoAccess = true };
    }
}
