using TypedLlm.Catalog;
using TypedLlm.Streaming;

namespace TypedLlm.Resilience;

/// <summary>The timers of one attempt: how long a model may think depends on the effort asked of it and on the length of the input.</summary>
internal static class EffortTimers
{
    private const int BytesPerToken = 4;
    private const int TokensPerStep = 100_000;

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PlainIdle = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ReasoningIdle = TimeSpan.FromSeconds(180);

    /// <param name="model">The model that is asked.</param>
    /// <param name="effort">The effort that is sent; null for the model's own default.</param>
    /// <param name="requestBytes">The length of the request's body.</param>
    /// <param name="firstContent">The first-content timer that the endpoint or the settings ask for.</param>
    /// <param name="idle">The idle timer that the endpoint or the settings ask for.</param>
    /// <param name="headers">The timer for headers.</param>
    public static AttemptTimers Of(ModelFacts model, Effort? effort, long requestBytes, TimeSpan? firstContent, TimeSpan? idle, TimeSpan headers)
    {
        var effective = effort ?? DefaultOf(model);
        return new AttemptTimers(
            headers,
            firstContent ?? FirstContentOf(model, effective) + (Step * (requestBytes / BytesPerToken / TokensPerStep)),
            idle ?? (effective == Effort.None ? PlainIdle : ReasoningIdle));
    }

    private static TimeSpan FirstContentOf(ModelFacts model, Effort effort) =>
        TimeSpan.FromSeconds(model.Purpose is ModelPurpose.Pro or ModelPurpose.Research
            ? 900
            : effort switch
            {
                Effort.None => 20,
                Effort.Minimal or Effort.Low => 45,
                Effort.Medium => 90,
                Effort.High => 180,
                Effort.XHigh => 300,
                _ => 900,
            });

    private static Effort DefaultOf(ModelFacts model)
    {
        if (model.Efforts is { IsEmpty: true })
        {
            return Effort.None;
        }

        return EffortWords.Parse(model.DefaultEffort) ?? Effort.Medium;
    }
}
