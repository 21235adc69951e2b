namespace TypedLlm.Simulator;

/// <summary>
/// The requests to the simulated service, in the order of arrival: the last 10,000, or fewer when their bodies are large.
/// Safe to read while requests arrive.
/// </summary>
public sealed class SimulatorLog
{
    /// <summary>How long, in real time, a wait may last before it fails with the log's content: far above what a busy machine needs.</summary>
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(60);

    private const int MaxRequests = 10_000;
    private const long MaxBodyChars = 64 * 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly Queue<LoggedRequest> _requests = [];
    private readonly ModelCounter _models = new();
    private int _count;
    private long _bodyChars;
    private TaskCompletionSource _arrival = NewArrival();

    internal SimulatorLog()
    {
    }

    /// <summary>The requests so far.</summary>
    public IReadOnlyList<LoggedRequest> Requests
    {
        get
        {
            lock (_lock)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>The requests so far that name <paramref name="model"/>.</summary>
    public IReadOnlyList<LoggedRequest> For(string model) => [.. Requests.Where(request => request.Model == model)];

    /// <summary>Waits for request <paramref name="number"/>, counted from 1 over all requests.</summary>
    /// <exception cref="TimeoutException">It did not come within a minute of real time.</exception>
    public Task<LoggedRequest> WaitForRequestAsync(int number, CancellationToken cancellationToken = default) =>
        WaitAsync(request => request.Number == number, number, $"request {number}", cancellationToken);

    /// <summary>Waits for request <paramref name="number"/> that names <paramref name="model"/>, counted from 1.</summary>
    /// <exception cref="TimeoutException">It did not come within a minute of real time.</exception>
    public Task<LoggedRequest> WaitForRequestAsync(string model, int number, CancellationToken cancellationToken = default) =>
        WaitAsync(request => request.Model == model && request.ModelNumber == number, number, $"request {number} of {model}", cancellationToken);

    /// <summary>Waits until request <paramref name="number"/>, counted from 1 over all requests, has ended.</summary>
    /// <exception cref="TimeoutException">It did not end within a minute of real time.</exception>
    public async Task<RequestOutcome> WaitForClosedAsync(int number, CancellationToken cancellationToken = default)
    {
        var request = await WaitForRequestAsync(number, cancellationToken);
        try
        {
            return await request.Ended.WaitAsync(Guard, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"Request {number} did not end. The log:\n{this}");
        }
    }

    /// <summary>A line for each request, without their content.</summary>
    public override string ToString() => string.Join("\n", Requests);

    /// <summary>Numbers a request (among all, among those of its model) and keeps it.</summary>
    internal LoggedRequest Add(string? model, Func<int, int, LoggedRequest> describe)
    {
        TaskCompletionSource arrival;
        LoggedRequest request;
        lock (_lock)
        {
            request = describe(++_count, _models.Next(model));
            _requests.Enqueue(request);
            _bodyChars += request.Body.Length;
            while (_requests.Count > MaxRequests || (_bodyChars > MaxBodyChars && _requests.Count > 1))
            {
                _bodyChars -= _requests.Dequeue().Body.Length;
            }

            arrival = _arrival;
            _arrival = NewArrival();
        }

        arrival.SetResult();
        return request;
    }

    private static TaskCompletionSource NewArrival() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task<LoggedRequest> WaitAsync(
        Func<LoggedRequest, bool> match, int number, string what, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        while (true)
        {
            Task next;
            lock (_lock)
            {
                if (_requests.FirstOrDefault(match) is { } request)
                {
                    return request;
                }

                next = _arrival.Task;
            }

            try
            {
                await next.WaitAsync(Guard, cancellationToken);
            }
            catch (TimeoutException)
            {
                throw new TimeoutException($"The simulator waited in vain for {what}. The log:\n{this}");
            }
        }
    }
}
