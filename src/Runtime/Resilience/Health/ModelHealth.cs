namespace TypedLlm.Resilience;

/// <summary>
/// What is known about one model under one credential in one mode: how its last attempts ended, and whether it may be asked.
/// Fed by every attempt at its real end, which for a stream is long after it was opened.
/// </summary>
internal sealed class ModelHealth(Circuit credential, BreakerOptions options, TimeProvider time)
{
    /// <summary>
    /// A break lasts this part of the outage so far, so that breaks grow with the outage and a model that is back is found
    /// within a fraction of the time it was away.
    /// </summary>
    private const double BreakShareOfOutage = 1.0 / 3;

    private readonly object _lock = new();
    private readonly Circuit _circuit = new(time);
    private readonly SlidingWindow _window = new(options.Window, time);
    private long? _failingSince;

    /// <summary>Whether an attempt would be refused now.</summary>
    public bool IsRefusing => credential.IsRefusing || _circuit.IsRefusing;

    /// <summary>Lets an attempt through, or says why not.</summary>
    /// <param name="early">Lets a probe through early if the model is only cooling down.</param>
    /// <param name="refusal">Why it is not let through.</param>
    public Admission? TryAdmit(bool early, out Blockage? refusal)
    {
        refusal = null;
        var byCredential = credential.TryPass(early: false);
        if (byCredential == Passage.Refused)
        {
            refusal = credential.Blockage;
            return null;
        }

        var byModel = _circuit.TryPass(early);
        if (byModel == Passage.Refused)
        {
            refusal = _circuit.Blockage;
            Release(Admission.Of(false, byCredential == Passage.GrantedAsProbe));
            return null;
        }

        return Admission.Of(byModel == Passage.GrantedAsProbe, byCredential == Passage.GrantedAsProbe);
    }

    public void Succeeded(Admission admission)
    {
        lock (_lock)
        {
            _failingSince = null;
            if (admission.ProbesModel)
            {
                // What came before the outage ended says nothing about the model that is back.
                _window.Clear();
            }

            _window.Add(good: true);
        }

        if (admission.ProbesModel)
        {
            _circuit.Close();
        }

        if (admission.ProbesCredential)
        {
            credential.Close();
        }
    }

    public void Failed(Admission admission, in FailureVerdict verdict)
    {
        if (verdict.UnavailableFor is { } duration)
        {
            var blockage = new Blockage(verdict.Kind, After(duration), IsCooling: false);
            if (verdict.Domain == FailureDomain.Credential)
            {
                credential.Open(blockage, admission.ProbesCredential);
                Release(admission with { ProbesCredential = false });
            }
            else
            {
                _circuit.Open(blockage, admission.ProbesModel);
                Release(admission with { ProbesModel = false });
            }
        }
        else if (verdict.CountsForBreaker && BreakAfter(admission) is { } pause)
        {
            _circuit.Open(new Blockage(verdict.Kind, After(pause), IsCooling: true), admission.ProbesModel);
            Release(admission with { ProbesModel = false });
        }
        else
        {
            Release(admission);
        }
    }

    /// <summary>The attempt ended without telling anything about the model.</summary>
    public void Release(Admission admission)
    {
        if (admission.ProbesModel)
        {
            _circuit.Release();
        }

        if (admission.ProbesCredential)
        {
            credential.Release();
        }
    }

    /// <summary>Counts a failure. Returns how long the model is left alone, or null if it is not.</summary>
    private TimeSpan? BreakAfter(Admission admission)
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            _failingSince ??= now;
            _window.Add(good: false);
            var isFailing = _window.Total >= options.MinimumAttempts && _window.Bad >= options.FailureRatio * _window.Total;
            if (!admission.ProbesModel && !isFailing)
            {
                return null;
            }

            var share = time.GetElapsedTime(_failingSince.Value, now) * BreakShareOfOutage;
            return share < options.BreakDuration ? options.BreakDuration
                : share > options.MaxBreakDuration ? options.MaxBreakDuration
                : share;
        }
    }

    private long After(TimeSpan duration) => time.GetTimestamp() + (long)(duration.TotalSeconds * time.TimestampFrequency);
}
