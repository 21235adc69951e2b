namespace TypedLlm.Simulator;

/// <summary>Calls of the service that the simulator knows and does not serve. Whatever is not here either does not exist.</summary>
internal static class UnservedRoutes
{
    private static readonly (string Method, string Path)[] Calls =
    [
        ("POST", "/v1/responses/input_tokens"),
        ("POST", "/v1/responses/compact"),
        ("GET", "/v1/responses/{id}/input_items"),
        ("GET", "/v1/chat/completions"),
        ("GET", "/v1/chat/completions/{id}"),
        ("POST", "/v1/chat/completions/{id}"),
        ("DELETE", "/v1/chat/completions/{id}"),
        ("GET", "/v1/chat/completions/{id}/messages"),
        ("DELETE", "/v1/models/{id}"),
        ("POST", "/v1/completions"),
        ("POST", "/v1/embeddings"),
        ("POST", "/v1/moderations"),
        ("POST", "/v1/images/generations"),
        ("POST", "/v1/images/edits"),
        ("POST", "/v1/audio/speech"),
        ("POST", "/v1/audio/transcriptions"),
        ("POST", "/v1/audio/translations"),
        ("POST", "/v1/conversations"),
        ("POST", "/v1/uploads"),
        ("GET", "/v1/vector_stores"),
        ("POST", "/v1/vector_stores"),
        ("GET", "/v1/fine_tuning/jobs"),
        ("POST", "/v1/fine_tuning/jobs"),
    ];

    public static IEnumerable<Route> All { get; } = Calls
        .Select(call => new Route(call.Method, call.Path, exchange => exchange.SendAsync(ApiErrors.NotSimulated(call.Path, $"{call.Method} on this path"))) { IsServed = false });
}
