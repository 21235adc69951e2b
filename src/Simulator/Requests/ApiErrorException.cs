namespace TypedLlm.Simulator;

/// <summary>Ends the reading of a request at the first thing that the service refuses.</summary>
internal sealed class ApiErrorException(ApiError error) : Exception(error.Message)
{
    public ApiError Error => error;
}
