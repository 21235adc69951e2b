using System.Globalization;
using TypedLlm.Tool.Probes;
using TypedLlm.Tool.Rules;

namespace TypedLlm.Tool.Verification;

/// <summary>The tool's own rules, about what only the account can tell.</summary>
internal static class AccountRules
{
    /// <summary>That the account names another day for the end of a model than the catalog.</summary>
    public static Finding? ShutdownDate(ModelObservation observation)
    {
        if (observation is not { Target: { Id: var id, Facts: { } facts }, Listed.ShutdownDate: { } date } || facts.ShutdownDate == date)
        {
            return null;
        }

        var known = facts.ShutdownDate is { } day ? $"on {day}" : "on no known day";
        return new Finding(
            ToolRules.Find(ToolRules.ShutdownDateDiffers),
            null,
            id,
            $$"""The account says that '{{id}}' is shut down on {{date}}, the catalog {{known}}; add { "id": "{{id}}", "shutdownDate": "{{date}}" } to "models" in typedllm.models.json""");
    }

    /// <summary>That so many calls at a time, as fast as the one that was tried, would be more than the account may send.</summary>
    public static Finding? Concurrency(ModelObservation observation, int concurrency)
    {
        if (observation.Limits is not { } limits)
        {
            return null;
        }

        var (allowed, seconds) = (limits.RequestsPerMinute, limits.Elapsed.TotalSeconds);
        var sent = concurrency * 60 / seconds;
        if (sent <= allowed)
        {
            return null;
        }

        var most = Math.Floor(allowed * seconds / 60);
        var advice = most >= 1 ? string.Create(CultureInfo.InvariantCulture, $"make at most {most:0} at a time, or ask for higher limits") : "even one at a time is more: pace the calls, or ask for higher limits";
        var calls = concurrency == 1 ? "1 call" : string.Create(CultureInfo.InvariantCulture, $"{concurrency} calls");
        return new Finding(
                ToolRules.Find(ToolRules.ConcurrencyAboveLimits),
                null,
                observation.Target.Id,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{calls} at a time of {seconds:0.0##} s, as long as the one that was tried, are {sent:0} requests a minute to '{observation.Target.Id}', of which the account allows {allowed}; {advice}"));
    }
}
