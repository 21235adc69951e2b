using System.Collections.Concurrent;
using TypedLlm.FaultTests.Scenes;
using TypedLlm.Simulator;

namespace TypedLlm.FaultTests.Scorecard;

/// <summary>S15: the primary is down for a minute, and a request is made each four seconds.</summary>
/// <param name="Reports">What each caller got, in order.</param>
/// <param name="Requests">Everything that the service was asked.</param>
/// <param name="RecoveredAt">When the primary was up again.</param>
internal sealed record FlappingPrimary(IReadOnlyList<CallReport> Reports, IReadOnlyList<LoggedRequest> Requests, DateTimeOffset RecoveredAt)
{
    public const string Id = "S15";
    public const string Title = "primary down for 60 s, a request each 4 s";

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Observed = TimeSpan.FromSeconds(148);

    private static readonly ConcurrentDictionary<(string Profile, CallForm Form), Lazy<Task<FlappingPrimary>>> Runs = [];

    /// <summary>Requests that the primary got while it could not answer.</summary>
    public int RequestsInOutage => Requests.Count(request => request.Model == Model.Primary && request.ArrivedAt < RecoveredAt);

    /// <summary>How long after its recovery the primary answered a caller again; null: not while the test looked.</summary>
    public TimeSpan? BackAfter => Requests.FirstOrDefault(request => request.Model == Model.Primary && request.ArrivedAt >= RecoveredAt)?.ArrivedAt - RecoveredAt;

    public bool AllServed => Reports.All(static report => report is { Exception: null, Text: Model.PrimaryAnswer or Model.FallbackAnswer });

    /// <summary>The calls are made once, however many tests look at them.</summary>
    public static Task<FlappingPrimary> GetAsync(Profile profile, CallForm form) =>
        Runs.GetOrAdd((profile.Name, form), _ => new Lazy<Task<FlappingPrimary>>(() => PlayAsync(profile, form))).Value;

    public string Grade() => AllServed && RequestsInOutage <= 10 && BackAfter <= TimeSpan.FromSeconds(30) ? "pass" : AllServed ? "partial" : "fail";

    private static async Task<FlappingPrimary> PlayAsync(Profile profile, CallForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Script(Model.Primary).Always(Faults.Unavailable());
        var reports = new List<CallReport>();
        for (var at = TimeSpan.Zero; at <= Observed; at += Interval)
        {
            scene.Clock.Advance(at - scene.Clock.Elapsed);
            if (at == Outage)
            {
                scene.Script(Model.Primary).Always(Answers.Text(Model.PrimaryAnswer));
            }

            reports.Add(await scene.ElapseBackoffsAsync(scene.Start(form, profile.Desk(scene))));
        }

        return new FlappingPrimary(reports, scene.Log.Requests, scene.Clock.Start + Outage);
    }
}
