using TypedLlm.Resilience;
using TypedLlm.Streaming;

namespace TypedLlm.Routing;

/// <summary>Finds answers that ended but are no success, and tells them in the terms of the classifier.</summary>
internal static class ResponseJudge
{
    /// <summary>The failure that a response ended in. Null if it is whole.</summary>
    public static Failure? FailureOf(ResponseSnapshot response) => response switch
    {
        { Status: ResponseStatus.Incomplete } => Of(response, response.IncompleteReason),
        { Refusal: not null } => Of(response, "refusal") with { Message = response.Refusal },
        _ => null,
    };

    /// <summary>The failure of a whole response whose text is not of the type that was asked for.</summary>
    /// <param name="response">The response.</param>
    /// <param name="fault">What is wrong and where.</param>
    public static Failure Invalid(ResponseSnapshot response, AnswerException fault) => new(FailureSource.InvalidAnswer)
    {
        RequestId = response.RequestId,
        ResponseId = response.Id,
        Usage = response.Usage,
        Exception = fault,
    };

    private static Failure Of(ResponseSnapshot response, string? code) => new(FailureSource.InBand)
    {
        Code = code,
        RequestId = response.RequestId,
        ResponseId = response.Id,
        Usage = response.Usage,
    };
}
