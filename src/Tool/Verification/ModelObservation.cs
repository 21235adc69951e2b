using TypedLlm.Catalog;
using TypedLlm.Locks;
using TypedLlm.Tool.Probes;

namespace TypedLlm.Tool.Verification;

/// <summary>What one run saw of a model.</summary>
/// <param name="Target">The model.</param>
/// <param name="Listed">What the service said when it was asked about models; null if it was not.</param>
/// <param name="Results">What was tried.</param>
internal sealed record ModelObservation(ModelTarget Target, ListedModel? Listed, IReadOnlyList<ProbeResult> Results)
{
    /// <summary>Whether the account may ask it; null is not learned. What was tried says more than a list, and one call that works more than others that do not.</summary>
    public bool? Access =>
        Results.Any(static result => result.Verdict == ProbeVerdict.Works) ? true
        : Results.Any(static result => result.IsNoAccess) ? false
        : Listed?.Access;

    /// <summary>Whether anything was learned.</summary>
    public bool IsLearned => Access is not null || Results.Any(static result => result.Verdict != ProbeVerdict.NotLearned);

    /// <summary>What an answer said of the account's limits, with the time that it took; null if none did.</summary>
    public RateLimits? Limits => Results.Select(static result => result.Limits).FirstOrDefault(static limits => limits is { Elapsed.Ticks: > 0 });

    /// <summary>What works and what is refused, as the lock names it.</summary>
    public IEnumerable<(LockRefusal Feature, bool IsRefused)> Features
    {
        get
        {
            foreach (var result in Results)
            {
                var feature = WireWords.Of(result.Request.Kind);
                if (result is { Verdict: not ProbeVerdict.NotLearned, IsNoAccess: false } && CatalogFields.Features.Contains(feature))
                {
                    yield return (new LockRefusal(WireWords.Of(result.Request.Endpoint), feature, result.Use), result.Verdict == ProbeVerdict.Refused);
                    if (result.IsRefusedOnBoth)
                    {
                        yield return (new LockRefusal(WireWords.Of(result.Request.Endpoint == EndpointKind.Chat ? EndpointKind.Responses : EndpointKind.Chat), feature, null), true);
                    }
                }
            }
        }
    }

    /// <summary>What could not be checked of it.</summary>
    public IEnumerable<NotChecked> NotChecked
    {
        get
        {
            // Without a probe the list is all that there is.
            if (Access is null && Listed?.Reason is { } reason)
            {
                var advice = Results.Count == 0 && Target.Requests.Count > 0 && !Listed.IsUnreachable ? "; --probe asks the model itself" : "";
                yield return new NotChecked(Target.Id, "access", reason + advice);
            }

            foreach (var result in Results)
            {
                if (result.IsPending || result.Verdict == ProbeVerdict.NotLearned)
                {
                    yield return new NotChecked(Target.Id, WireWords.Of(result.Request), result.Detail);
                }
            }
        }
    }
}
