using TypedLlm.Catalog;
using TypedLlm.Locks;
using TypedLlm.Tool.Verification;

namespace TypedLlm.Tool.Locks;

/// <summary>Puts what a run saw into what the lock said. What was not learned changes nothing.</summary>
internal static class LockMerge
{
    /// <summary>The section of an environment after a run; the old one if nothing was learned.</summary>
    public static LockEnvironment? Merge(LockEnvironment? old, string name, string baseUrl, string credential, CatalogDate today, IReadOnlyList<ModelObservation> observations)
    {
        ModelObservation[] learned = [.. observations.Where(static observation => observation.IsLearned)];
        if (learned.Length == 0)
        {
            return old;
        }

        var models = old is null ? [] : old.Models.ToDictionary(static model => model.Key, static model => model.Value, StringComparer.Ordinal);
        foreach (var observation in learned)
        {
            models[observation.Target.Id] = Merge(models.GetValueOrDefault(observation.Target.Id), observation);
        }

        return new LockEnvironment
        {
            Name = old?.Name ?? name,
            BaseUrl = baseUrl,
            Credential = credential,
            Checked = today,
            Models = models,
        };
    }

    /// <summary>The file with a section put in place of the one that has its name.</summary>
    public static LockFile With(LockFile file, LockEnvironment section) => file with
    {
        Environments = [.. file.Environments.Where(other => !IsNamed(other, section.Name)), section],
    };

    public static LockEnvironment? Find(LockFile file, string name) => file.Environments.FirstOrDefault(environment => IsNamed(environment, name));

    private static bool IsNamed(LockEnvironment environment, string name) => string.Equals(environment.Name, name, StringComparison.OrdinalIgnoreCase);

    private static LockedModel Merge(LockedModel? old, ModelObservation observation)
    {
        var features = observation.Features.ToList();
        var refused = new List<LockRefusal>();
        foreach (var refusal in old?.Refused ?? default)
        {
            if (!features.Exists(seen => IsSame(seen.Feature, refusal)))
            {
                refused.Add(refusal);
            }
        }

        refused.AddRange(features.Where(static seen => seen.IsRefused).Select(static seen => seen.Feature).DistinctBy(static refusal => (refusal.Endpoint, refusal.Feature)));
        return new LockedModel(observation.Access ?? old?.Access, EquatableArray<LockRefusal>.From(refused));
    }

    private static bool IsSame(LockRefusal left, LockRefusal right) => left.Endpoint == right.Endpoint && left.Feature == right.Feature;
}
