namespace TypedLlm.Simulator;

/// <summary>Every request to the simulated service, in the order of arrival. Safe to read while requests arrive.</summary>
public sealed class SimulatorLog
{
    /// <summary>How long, in real time, a wait may last before it fails with the log's content: far above what a busy machine needs.</summary>
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(60);

    private readonly Lock _lock = new();
    private readonly List<LoggedRequest> _requests = [];
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
        WaitAsync(static _ => true, number, $"request {number}", cancellationToken);

    /// <summary>Waits for request <paramref name="number"/> that names <paramref name="model"/>, counted from 1.</summary>
    /// <exception cref="TimeoutException">It did not come within a minute of real time.</exception>
    public Task<LoggedRequest> WaitForRequestAsync(string model, int number, CancellationToken cancellationToken = default) =>
        WaitAsync(request => request.Model == model, number, $"request {number} of {model}", cancellationToken);

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

    internal void Add(Func<int, LoggedRequest> arrived, out LoggedRequest request)
    {
        TaskCompletionSource arrival;
        lock (_lock)
        {
            request = arrived(_requests.Count + 1);
            _requests.Add(request);
            arrival = _arrival;
            _arrival = NewArrival();
        }

        arrival.SetResult();
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
                if (_requests.Where(match).ElementAtOrDefault(number - 1) is { } request)
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
