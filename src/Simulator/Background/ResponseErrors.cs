namespace TypedLlm.Simulator;

/// <summary>The errors of the calls on responses that exist.</summary>
internal static class ResponseErrors
{
    public static ApiError NotFound(string id) => new(404, $"Response with id '{id}' not found.");

    public static ApiError CancelsSynchronous() => new(400, "Cannot cancel a synchronous response.");

    public static ApiError CancelsEnded(string status) => new(400, $"Cannot cancel a {status} response.");

    public static ApiError DeletesRunning() => new(400, "Cannot delete an in-flight response.");

    /// <summary>A stream can be resumed only if the response was created with <paramref name="flag"/>.</summary>
    public static ApiError NotStreamable(string flag) =>
        new(400, $"This response cannot be streamed because it was not created with {flag}=true.") { Param = "stream" };
}
