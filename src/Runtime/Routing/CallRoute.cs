using TypedLlm.Catalog;
using TypedLlm.Chains;
using TypedLlm.Registry;
using TypedLlm.Resilience;

namespace TypedLlm.Routing;

/// <summary>
/// Where a call stands in its chain: which target is asked next, which are passed over and why, and whether one may be asked again.
/// Knows what failed in this call; what is known from other calls is the health of the target.
/// </summary>
internal sealed class CallRoute(ChainPlan plan, CallNeeds needs, CatalogDate today, DateTimeOffset now)
{
    private readonly AttemptLedger _ledger = new();
    private readonly bool _someServe = ChainTargets.SomeServe(plan.Targets, needs, today);
    private int _index = -1;
    private int _sentToTarget;
    private int _firstCooling = -1;
    private bool _stays;

    // What this call has learnt: failures that other targets share.
    private PlannedTarget? _failedCredential;
    private PlannedTarget? _failedHost;
    private int _windowExceeded;

    public AttemptLedger Ledger => _ledger;

    public PlannedTarget Current => plan.Targets[_index];

    /// <summary>Requests sent in this call.</summary>
    public int Sent { get; private set; }

    /// <summary>Whether the current target is asked although it cools down, because nothing else is left.</summary>
    public bool IsLastResort { get; private set; }

    /// <summary>Whether the current target was asked in this call.</summary>
    public bool WasAsked => _sentToTarget > 0;

    /// <summary>Whether the current target was asked more than once in this call.</summary>
    public bool HasRepeated => _sentToTarget > 1;

    /// <summary>Whether the current target was told what is wrong with its answer.</summary>
    public bool WasCorrected { get; private set; }

    /// <summary>What the current target seems to refuse of the form of the answer, going by words alone.</summary>
    public RefusedForms Suspected { get; private set; }

    /// <summary>The keyword of the schema that those words quote.</summary>
    public string? SuspectedKeyword { get; private set; }

    public void CountRequest()
    {
        Sent++;
        _sentToTarget++;
    }

    /// <summary>Takes back the last request from the count: it was refused at once, at no cost, and taught the process how to ask.</summary>
    public void Uncount()
    {
        Sent--;
        _sentToTarget--;
    }

    /// <summary>Goes to the target that is asked next. False if there is none, or no request is left.</summary>
    public bool MoveNext()
    {
        if (Sent >= plan.Method.MaxAttempts)
        {
            return false;
        }

        if (_stays)
        {
            _stays = false;
            return true;
        }

        if (IsLastResort)
        {
            return false;
        }

        _sentToTarget = 0;
        WasCorrected = false;
        Suspected = RefusedForms.None;
        SuspectedKeyword = null;
        while (++_index < plan.Targets.Count)
        {
            if (ObstacleOf(Current) is not { } obstacle)
            {
                return true;
            }

            Skip(obstacle, LlmFailureKind.NoEligibleModel, degrades: false);
        }

        return TakeLastResort();
    }

    /// <summary>Has the current target asked once more.</summary>
    /// <param name="corrected">Whether it is told what is wrong with its answer.</param>
    public void Stay(bool corrected)
    {
        _stays = true;
        WasCorrected |= corrected;
    }

    /// <summary>Has the current target asked without something that it seems to refuse.</summary>
    public void Suspect(RefusedForms refused, string? keyword)
    {
        Suspected |= refused;
        SuspectedKeyword ??= keyword;
    }

    /// <summary>Whether a request to the current target leaves one for every later target that may be asked.</summary>
    public bool MayRepeat(bool stream) => plan.Method.MaxAttempts - Sent > Later(stream);

    /// <summary>Whether a later target may be asked.</summary>
    public bool HasLater(bool stream) => Later(stream) > 0;

    /// <summary>Notes what the failure of the current target says about later ones.</summary>
    public void Learn(in FailureVerdict verdict)
    {
        switch (verdict)
        {
            case { Domain: FailureDomain.Credential }:
                _failedCredential = Current;
                break;
            case { Domain: FailureDomain.Host }:
                _failedHost = Current;
                break;
            case { Advance: Advance.LargerWindow }:
                // Nothing is known to be larger than a window of unknown size.
                _windowExceeded = Math.Max(_windowExceeded, Current.Window ?? int.MaxValue);
                break;
        }
    }

    /// <summary>Passes over the current target, which its health refuses.</summary>
    public void SkipUnwell(Blockage? refusal)
    {
        if (refusal is { IsCooling: true } && _firstCooling < 0)
        {
            _firstCooling = _index;
        }

        if (_sentToTarget == 0 && !IsLastResort)
        {
            var kind = refusal?.Kind ?? LlmFailureKind.NoEligibleModel;
            Skip(refusal is null ? "left alone until a probe has ended" : $"left alone for now: {FailureText.What(kind)}", kind, degrades: true);
        }
    }

    private bool TakeLastResort()
    {
        if (Sent > 0 || _firstCooling < 0)
        {
            return false;
        }

        IsLastResort = true;
        _index = _firstCooling;
        return true;
    }

    private int Later(bool stream)
    {
        var count = 0;
        for (var i = _index + 1; i < plan.Targets.Count; i++)
        {
            var target = plan.Targets[i];
            if (ObstacleOf(target) is null && !target.Provider.IsRefusing(target.Id, stream))
            {
                count++;
            }
        }

        return count;
    }

    private string? ObstacleOf(PlannedTarget target)
    {
        if (target.ObstacleOn(today, needs, _someServe) is { } obstacle)
        {
            return obstacle;
        }

        if (_failedCredential?.Provider == target.Provider)
        {
            return $"shares the key with {_failedCredential.Id}";
        }

        if (_failedHost is { } failed && failed.Provider.BaseUrl.Authority == target.Provider.BaseUrl.Authority)
        {
            return $"shares the host with {failed.Id}";
        }

        return _windowExceeded > 0 && !(target.Window > _windowExceeded) ? "has no larger context window, as far as is known" : null;
    }

    private void Skip(string reason, LlmFailureKind kind, bool degrades) => _ledger.Add(
        new LlmAttempt(Current.Id, AttemptOutcome.Skipped) { Failure = kind, Reason = reason, StartedAt = now },
        degrades);
}
