using System.Security.Cryptography;
using TypedLlm.Resilience;
using TypedLlm.Tool.Cli;

namespace TypedLlm.Tool.Probes;

/// <summary>One run of probes: what they share, and how each is made and cleaned up after.</summary>
internal sealed class ProbeRun : IDisposable
{
    private const int MaxRepeats = 3;
    private const int MaxCleanUpRepeats = 5;

    /// <summary>Together with a last creating request it fits into what the process is given after Ctrl+C.</summary>
    public static readonly TimeSpan CleanUpTime = TimeSpan.FromSeconds(45);

    private readonly ToolHost _host;
    private readonly ProbeSettings _settings;
    private readonly ProbeBudget _budget;
    private readonly CancellationTokenSource _stop;
    private readonly CancellationTokenRegistration _cancelled;
    private readonly Lock _lock = new();
    private readonly Dictionary<(string? Url, string? Key, string? Organization, string? Project), ProviderAccess> _providers = [];
    private readonly Backoff _backoff = new(new Random(RandomNumberGenerator.GetInt32(int.MaxValue)));
    private readonly string _id = RandomNumberGenerator.GetHexString(12, lowercase: true);

    public ProbeRun(ToolHost host, ProbeSettings settings, ProbeBudget budget, bool isResumed, CancellationToken cancellationToken)
    {
        (_host, _settings, _budget) = (host, settings, budget);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Progress = new ProbeProgress(host);
        Pending = new PendingBatches(new PendingFile(settings.PendingFile), settings.Environments, host.Time);
        _cancelled = cancellationToken.Register(
            () => Progress.Say(isResumed
                ? $"cancelling: the batches that were taken up go on; {Pending.ResumeCommand} follows them"
                : "cancelling: what the probes made is removed; this may take up to two minutes, and what cannot be removed is named"));
    }

    public ProbeProgress Progress { get; }

    public PendingBatches Pending { get; }

    public ProbeResult Say(ProbeResult result)
    {
        Progress.Done(result);
        return result;
    }

    /// <summary>Makes a probe. Whatever becomes of it, what it made is removed before this returns.</summary>
    public async Task<ProbeResult> MakeAsync(int index, ProbeRequest request, decimal? highest, Func<ProbeContext, Task<ProbeResult>> make)
    {
        var access = AccessOf(request.Target.Provider);
        var payment = new ProbePayment(new ProbePrices(request.Target.Facts), _budget, highest);
        var context = new ProbeContext
        {
            Request = request,
            Session = new ProbeSession(access, payment, new RepeatRules(_backoff, MaxRepeats), _host.Time, _stop.Token),
            Payment = payment,
            Created = new CreatedResources(),
            Pending = Pending,
            Progress = Progress,
            Time = _host.Time,
            Wait = _settings.Wait,
            Tag = $"typedllm-{_id}-{index + 1}",
        };
        ProbeResult result;
        IReadOnlyList<string> left = [];
        try
        {
            result = Say(await TryAsync(context, make));
        }
        catch
        {
            // A fault of ours: what the others made is removed, too, before it is seen.
            await _stop.CancelAsync();
            throw;
        }
        finally
        {
            left = await CleanUpAsync(context, access);
        }

        return result with { Left = left };
    }

    public void Dispose()
    {
        _cancelled.Dispose();
        foreach (var access in _providers.Values)
        {
            access.Dispose();
        }

        Pending.Dispose();
        _stop.Dispose();
    }

    private static async Task<ProbeResult> TryAsync(ProbeContext context, Func<ProbeContext, Task<ProbeResult>> make)
    {
        try
        {
            return await make(context);
        }
        catch (NotLearnedException exception)
        {
            return context.NotLearned(exception.Message) with { IsUnreachable = exception.IsUnreachable };
        }
        catch (OperationCanceledException)
        {
            return context.NotLearned("cancelled");
        }
    }

    private async Task<IReadOnlyList<string>> CleanUpAsync(ProbeContext context, ProviderAccess access)
    {
        if (context.Created.IsEmpty)
        {
            return [];
        }

        using var bound = new CancellationTokenSource(CleanUpTime, _host.Time);
        var nothingToPay = new ProbePayment(new ProbePrices(facts: null), new ProbeBudget(0), highest: null);
        var session = new ProbeSession(access, nothingToPay, new RepeatRules(_backoff, MaxCleanUpRepeats), _host.Time, bound.Token) { IsCleanUp = true };
        return await new CleanUp(session, context.Created, context.Tag, Progress, _host.Time).RunAsync();
    }

    private ProviderAccess AccessOf(ProviderSettings provider)
    {
        lock (_lock)
        {
            var key = (provider.BaseUrl, provider.ApiKey, provider.Organization, provider.Project);
            if (!_providers.TryGetValue(key, out var access))
            {
                _providers.Add(key, access = new ProviderAccess(provider, Math.Max(1, _settings.Concurrency), _host.Time, Progress));
            }

            return access;
        }
    }
}
