namespace TypedLlm.Simulator;

/// <summary>What the model itself has against a valid request.</summary>
internal static class ModelJudge
{
    /// <exception cref="ApiErrorException">The model refuses the request.</exception>
    public static void Check(TextRequest request, ScriptedReply reply)
    {
        if (reply.RejectsPrefill && request.Messages is [.., { Role: "assistant" }])
        {
            throw new ApiErrorException(ApiErrors.PrefillRejected());
        }

        if (AnswerComposer.InputTokens(request) > (request.Model.Facts.ContextWindow ?? int.MaxValue))
        {
            throw new ApiErrorException(ApiErrors.ContextLengthExceeded());
        }
    }
}
