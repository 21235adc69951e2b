using System.Globalization;
using System.Text;
using TypedLlm.FaultTests.Scenes;

namespace TypedLlm.FaultTests.Scorecard;

/// <summary>Writes <c>docs/scorecard.md</c> from runs of the faults.</summary>
internal static class ScorecardTable
{
    private static readonly CallForm[] ScorecardForms = [CallForm.Whole, CallForm.Text, CallForm.Events, CallForm.RestartingEvents];
    private static readonly CallForm[] DefaultsForms = [CallForm.Whole, CallForm.Text];

    public static async Task<string> WriteAsync() => $"""
        # Fault scorecard

        The sixteen faults of the public scorecard failoverbench, made for the Responses API: on real sockets, by the simulator, on a clock that the test drives.
        Written by `tests/Faults.Tests`; `UPDATE_APPROVED=1 dotnet test tests/Faults.Tests` writes it anew.

        - **pass**: the whole answer, or the one right error, and good conduct towards the service.
        - **partial**: the whole answer, later than the scorecard allows.
        - **safe**: a typed error that ends the stream; what was handed out before stays what it was, and is never shown as a whole answer.
        - Letters are the requests in order: **P** to the primary, **F** to the fallback. Seconds are what the call waited; a pause before a repeat is drawn
          at random below its limit, and the limit stands here.

        ## Profile *scorecard*

        The baseline of the public scorecard: two retries, 30 s for headers and silences, 10 s for the first content, one fallback.

        {await WriteAsync(Profile.Scorecard, ScorecardForms)}

        ## Profile *defaults*

        An endpoint that says no more than its chain: 30 s for headers, 90 s for the first content and 180 s for silences of a model that reasons.

        {await WriteAsync(Profile.Defaults, DefaultsForms)}

        """;

    private static async Task<string> WriteAsync(Profile profile, CallForm[] forms)
    {
        var table = new StringBuilder($"| # | fault | {string.Join(" | ", forms.Select(Heading))} |\n|--|--|{string.Concat(forms.Select(static _ => "--|"))}");
        foreach (var (id, row) in await RowsAsync(profile, forms))
        {
            table.Append(CultureInfo.InvariantCulture, $"\n| {id} | {row} |");
        }

        return table.ToString();
    }

    private static async Task<IEnumerable<(string Id, string Row)>> RowsAsync(Profile profile, CallForm[] forms)
    {
        var rows = new List<(string Id, string Row)>();
        foreach (var fault in ScorecardFaults.All)
        {
            var cells = new List<string> { fault.Title };
            foreach (var form in forms)
            {
                cells.Add(Cell(await FaultRun.GetAsync(fault, profile, form)));
            }

            rows.Add((fault.Id, string.Join(" | ", cells)));
        }

        var flapping = new List<string> { FlappingPrimary.Title };
        foreach (var form in forms)
        {
            flapping.Add(Cell(await FlappingPrimary.GetAsync(profile, form)));
        }

        rows.Add((FlappingPrimary.Id, string.Join(" | ", flapping)));
        return rows.OrderBy(static row => row.Id, StringComparer.Ordinal);
    }

    private static string Cell(FaultRun run)
    {
        var requests = string.Concat(run.Requests.Select(request => request.Model == run.Requests[0].Model ? 'P' : 'F'));
        var error = run.Report.Failure is { } failure ? $" {failure.Kind}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"**{run.Grade()}**{error} · {requests} · {Limit(run.Waited)} s");
    }

    private static string Cell(FlappingPrimary run) => string.Create(
        CultureInfo.InvariantCulture, $"**{run.Grade()}** · {run.RequestsInOutage} P in the outage · back after {Limit(run.BackAfter ?? TimeSpan.MaxValue)} s");

    /// <summary>Random pauses are shorter than half a second; everything else is a multiple of it.</summary>
    private static double Limit(TimeSpan waited) => Math.Ceiling(waited.TotalSeconds * 2) / 2;

    private static string Heading(CallForm form) => form switch
    {
        CallForm.Whole => "whole answer",
        CallForm.Text => "text stream",
        CallForm.Events => "event stream",
        _ => "event stream, `Restart`",
    };
}
