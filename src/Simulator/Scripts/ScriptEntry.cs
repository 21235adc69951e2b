namespace TypedLlm.Simulator;

/// <summary>A script as it comes over HTTP or from a file: for which model or call and which request, and either a fault by name or a whole reply.</summary>
internal sealed record ScriptEntry
{
    private static readonly Dictionary<string, Func<ScriptEntry, ScriptedReply>> Named = new(StringComparer.Ordinal)
    {
        ["rate_limited"] = _ => Faults.RateLimited(TimeSpan.FromSeconds(2)),
        ["insufficient_quota"] = _ => Faults.InsufficientQuota(),
        ["request_too_large"] = _ => Faults.RequestTooLarge(),
        ["server_error"] = _ => Faults.ServerError(),
        ["bad_gateway"] = _ => Faults.BadGateway(),
        ["unavailable"] = _ => Faults.Unavailable(),
        ["slow_down"] = _ => Faults.SlowDown(),
        ["gateway_timeout"] = _ => Faults.GatewayTimeout(),
        ["overloaded"] = _ => Faults.Overloaded(),
        ["invalid_key"] = _ => Faults.InvalidKey(),
        ["forbidden"] = _ => Faults.Forbidden(),
        ["model_not_found"] = entry => Faults.ModelNotFound(entry.Model ?? "any"),
        ["context_length_exceeded"] = _ => Faults.ContextLengthExceeded(),
        ["content_policy_violation"] = _ => Faults.ContentPolicyViolation(),
        ["stream_not_allowed"] = _ => Faults.StreamNotAllowed(),
        ["silence"] = _ => Faults.Silence(),
        ["headers_then_silence"] = _ => Faults.HeadersThenSilence(),
        ["half_sent_headers"] = _ => Faults.HalfSentHeaders(),
        ["reset_before_headers"] = _ => Faults.ResetBeforeHeaders(),
        ["reset_in_body"] = _ => Faults.ResetAfterDeltas(5),
        ["compatible_server"] = _ => Faults.CompatibleServer(),
        ["stuck_in_queue"] = _ => Faults.StuckInQueue(),
        ["never_ends"] = _ => Faults.NeverEnds(),
        ["batch_queue_full"] = entry => Faults.BatchQueueFull(entry.Model ?? "any"),
        ["batch_expires"] = _ => Faults.BatchExpires(),
        ["batch_stuck_in_validation"] = _ => Faults.BatchStuckInValidation(),
    };

    /// <summary>The model; none: all of them.</summary>
    public string? Model { get; init; }

    /// <summary>The call, as in <c>GET /v1/models</c>, in place of a model.</summary>
    public string? Call { get; init; }

    /// <summary>The number of the request; none: always.</summary>
    public int? Request { get; init; }

    public string? Fault { get; init; }

    public ScriptedReply? Reply { get; init; }

    /// <summary>Adds the script to <paramref name="scripts"/>.</summary>
    /// <exception cref="ArgumentException">It says too much or too little, or names what does not exist.</exception>
    public void AddTo(SimulatorScripts scripts)
    {
        var reply = ToReply();
        var target = (Model, Call) switch
        {
            ({ } model, null) => scripts.For(model),
            (null, { } call) => scripts.ForCall(call),
            (null, null) => scripts.ForAnyModel,
            _ => throw new ArgumentException("Give either 'model' or 'call'."),
        };
        if (Request is { } number)
        {
            target.On(number, reply);
        }
        else
        {
            target.Always(reply);
        }
    }

    private ScriptedReply ToReply() => (Fault, Reply) switch
    {
        _ when Request < 1 => throw new ArgumentException("'request' is a number from 1 up; leave it out for every request."),
        ({ } name, null) => Named.TryGetValue(name, out var reply)
            ? reply(this)
            : throw new ArgumentException($"There is no fault '{name}', only {string.Join(", ", Named.Keys)}; 'reply' describes any other."),
        (null, { } whole) => whole,
        _ => throw new ArgumentException("Give either 'fault' or 'reply'."),
    };
}
