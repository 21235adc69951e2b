using TypedLlm.Tool.Probes;

namespace TypedLlm.Tool.Verification;

/// <summary>Finds the notes of batches that a run cannot take up, although it is to.</summary>
internal static class PendingNotes
{
    /// <summary>That none is of a model of this run, although there are some.</summary>
    public static IEnumerable<NotChecked> Others(IReadOnlyList<PendingBatch> notes, IReadOnlyList<EnvironmentPlan> plans)
    {
        var targets = plans.SelectMany(static plan => plan.Targets).Select(static target => target.Id).ToHashSet(StringComparer.Ordinal);
        if (notes.Count > 0 && !notes.Any(note => targets.Contains(note.Model)))
        {
            var pending = string.Join(", ", notes.Select(static note => note.Model).Distinct(StringComparer.Ordinal));
            yield return new NotChecked(null, "pending batches", $"those that are pending are of {pending}; name these models, or none for all");
        }
    }

    /// <summary>Those of models of this run that are of another environment, address or key.</summary>
    public static IEnumerable<NotChecked> Foreign(IEnumerable<PendingBatch> notes, IReadOnlyList<EnvironmentPlan> plans)
    {
        var targets = plans.SelectMany(static plan => plan.Targets).ToLookup(static target => target.Id);
        ProbeTarget[] asked =
        [
            .. plans.SelectMany(static plan => plan.Targets.Where(plan.CanAsk)).SelectMany(static target => target.Requests).Select(static request => request.Target).Distinct(),
        ];
        string[] environments = [.. plans.Select(static plan => plan.Environment.Name)];
        return
            from note in notes
            where targets.Contains(note.Model)
            let reason = !PendingBatches.IsOf(note, environments) ? $"it was begun for {string.Join(", ", note.Environments.Select(static name => $"'{name}'"))}; name {(note.Environments.Count == 1 ? "it" : "them")} with --env"
                : !asked.Any(target => PendingBatches.IsOf(note, target)) ? $"it was begun at {note.BaseUrl} with the key {note.Key}, which this run does not ask; name them with --base-url and --key"
                : null
            where reason is not null
            select new NotChecked(note.Model, $"batch on {note.Asked}", reason);
    }
}
