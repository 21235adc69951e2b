using System.Collections.Concurrent;
using TypedLlm.FaultTests.Scenes;
using TypedLlm.Simulator;

namespace TypedLlm.FaultTests.Scorecard;

/// <summary>One call under one fault, and what caller and service saw of it.</summary>
internal sealed record FaultRun(ScorecardFault Fault, Profile Profile, CallForm Form, CallReport Report, IReadOnlyList<LoggedRequest> Requests, TimeSpan Waited)
{
    private static readonly ConcurrentDictionary<(string Fault, string Profile, CallForm Form), Lazy<Task<FaultRun>>> Runs = [];

    /// <summary>A stream that has handed out a part and may not restart ends where its model broke.</summary>
    public bool IsInterrupted => Fault.PartsBeforeInterruption is not null && Form is CallForm.Text or CallForm.Events;

    /// <summary>The call is made once, however many tests look at it.</summary>
    public static Task<FaultRun> GetAsync(ScorecardFault fault, Profile profile, CallForm form) =>
        Runs.GetOrAdd((fault.Id, profile.Name, form), _ => new Lazy<Task<FaultRun>>(() => PlayAsync(fault, profile, form))).Value;

    public string Grade() => this switch
    {
        { Report.Exception: null } when Report.Text == Report.Result?.Value && Report.Text is Model.PrimaryAnswer or Model.FallbackAnswer =>
            Waited < Fault.Limit ? "pass" : "partial",
        { Report.Failure: { } failure } when failure.Kind == Fault.Error(Profile) => "pass",
        { Report.Failure: not null } => "safe",
        _ => "fail",
    };

    private static async Task<FaultRun> PlayAsync(ScorecardFault fault, Profile profile, CallForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        fault.Inject(scene.Simulator.Scripts, profile);
        var call = scene.Start(form, fault.Desk(scene, profile));
        await fault.Drive(scene, profile);
        var report = await call.WaitAsync(Guards.Hang);
        var waited = scene.Clock.Elapsed;
        var requests = scene.Log.Requests;
        foreach (var request in requests)
        {
            // Every connection is done with: closed by the caller's side where the fault left it open.
            await scene.Log.WaitForClosedAsync(request.Number);
        }

        Assert.Equal(requests.Count, scene.Log.Requests.Count);
        return new FaultRun(fault, profile, form, report, requests, waited);
    }
}
