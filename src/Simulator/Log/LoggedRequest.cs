namespace TypedLlm.Simulator;

/// <summary>A request as it arrived, and what became of it.</summary>
public sealed class LoggedRequest
{
    private readonly TaskCompletionSource<RequestOutcome> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal LoggedRequest()
    {
    }

    /// <summary>The number among all requests, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The number among the requests that name its model, from 1.</summary>
    public required int ModelNumber { get; init; }

    /// <summary>When it arrived, on the simulator's clock.</summary>
    public required DateTimeOffset ArrivedAt { get; init; }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The path with its query.</summary>
    public required string Path { get; init; }

    /// <summary>The id under which the answer is sent (<c>x-request-id</c>).</summary>
    public required string RequestId { get; init; }

    /// <summary>The model that the body names; null if it names none.</summary>
    public required string? Model { get; init; }

    /// <summary>Whether the body asks for a stream.</summary>
    public required bool IsStream { get; init; }

    /// <summary>The headers, without regard to case. <c>Authorization</c> holds a fingerprint, never the key.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The body as text; of one above <see cref="SimulatorOptions.MaxRequestBytes"/>, so much of its beginning.</summary>
    public required string Body { get; init; }

    /// <summary>What became of it; null as long as it runs.</summary>
    public RequestOutcome? Outcome => _ended.Task.IsCompletedSuccessfully ? _ended.Task.Result : null;

    internal Task<RequestOutcome> Ended => _ended.Task;

    /// <summary>The time, model and end of the request in one line, without its content.</summary>
    public override string ToString() =>
        $"#{Number} {ArrivedAt:O} {Method} {Path} {Model} {(IsStream ? "stream" : "unary")}: {(Outcome is { } o ? $"{o.End}, status {o.Status}, {o.Events} events at {o.At:O}" : "running")}";

    internal void End(RequestOutcome outcome) => _ended.TrySetResult(outcome);

    /// <summary>The simulator itself failed: whoever waits for the end shall see why.</summary>
    internal void Fail(Exception failure) => _ended.TrySetException(failure);
}
