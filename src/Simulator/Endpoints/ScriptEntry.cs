namespace TypedLlm.Simulator;

/// <summary>A script as it comes over HTTP: for which model and request, and either a fault by name or a whole reply.</summary>
internal sealed record ScriptEntry
{
    /// <summary>The model; none: all of them.</summary>
    public string? Model { get; init; }

    /// <summary>The number of the request; none: always.</summary>
    public int? Request { get; init; }

    public string? Fault { get; init; }

    public ScriptedReply? Reply { get; init; }

    /// <exception cref="ArgumentException">Neither or both are given, or the name is unknown.</exception>
    public ScriptedReply ToReply() => (Fault, Reply) switch
    {
        ({ } name, null) => Named(name),
        (null, { } reply) => reply,
        _ => throw new ArgumentException("Give either 'fault' or 'reply'."),
    };

    private ScriptedReply Named(string name) => name switch
    {
        "rate_limited" => Faults.RateLimited(TimeSpan.FromSeconds(2)),
        "insufficient_quota" => Faults.InsufficientQuota(),
        "request_too_large" => Faults.RequestTooLarge(),
        "server_error" => Faults.ServerError(),
        "bad_gateway" => Faults.BadGateway(),
        "unavailable" => Faults.Unavailable(),
        "slow_down" => Faults.SlowDown(),
        "gateway_timeout" => Faults.GatewayTimeout(),
        "overloaded" => Faults.Overloaded(),
        "invalid_key" => Faults.InvalidKey(),
        "forbidden" => Faults.Forbidden(),
        "model_not_found" => Faults.ModelNotFound(Model ?? "any"),
        "context_length_exceeded" => Faults.ContextLengthExceeded(),
        "content_policy_violation" => Faults.ContentPolicyViolation(),
        "stream_not_allowed" => Faults.StreamNotAllowed(),
        "silence" => Faults.Silence(),
        "headers_then_silence" => Faults.HeadersThenSilence(),
        "half_sent_headers" => Faults.HalfSentHeaders(),
        "reset_before_headers" => Faults.ResetBeforeHeaders(),
        "reset_in_body" => Faults.ResetAfterDeltas(5),
        "compatible_server" => Faults.CompatibleServer(),
        _ => throw new ArgumentException($"There is no fault '{name}'; 'reply' describes any other."),
    };
}
