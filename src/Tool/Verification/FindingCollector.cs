using TypedLlm.Catalog;
using TypedLlm.Chains;
using TypedLlm.Locks;
using TypedLlm.Tool.Probes;
using TypedLlm.Tool.Rules;

namespace TypedLlm.Tool.Verification;

/// <summary>Judges the chains of an environment by what is known of it now.</summary>
internal sealed class FindingCollector(ModelLock seen, VerifyOptions options)
{
    public IReadOnlyList<Finding> Collect(IReadOnlyList<CheckedChain> chains, IReadOnlyList<ModelObservation> observations, CatalogDate? today)
    {
        var findings = new List<Finding>();
        foreach (var chain in ResumedNeeds.Add(chains, observations))
        {
            var catalog = AccountCatalog.Over(chain.Catalog, observations);
            var judged = chain.Options with { Lock = seen, RetirementHorizonDays = options.HorizonDays, Today = today ?? DayOf(catalog) };
            foreach (var problem in ChainRules.Check(chain.Names, ChainNeeds.Of(chain.Needs), judged, catalog).Where(problem => !chain.IsJudgedByNeedsAlone || IsOfNeeds(problem)))
            {
                findings.Add(new Finding(ToolRules.Find(problem.RuleId), chain.Method, problem.Name.Length == 0 ? null : problem.Name, WordsOf(chain, problem, IsSeen(problem, catalog, observations))));
            }

            findings.AddRange(RefusedCalls(chain, observations));
        }

        foreach (var observation in observations)
        {
            AddIfAny(AccountRules.ShutdownDate(observation), findings);
            AddIfAny(options.Concurrency is { } concurrency ? AccountRules.Concurrency(observation, concurrency) : null, findings);
        }

        // Overloads of a method may have the same finding; models that are named need it only once.
        var seenOnce = new HashSet<Finding>();
        return [.. findings.Where(finding => finding.Method is not null || seenOnce.Add(finding))];
    }

    /// <summary>The compiler's words, with who says it here: the account that was asked, or the lock file that was named.</summary>
    private string WordsOf(CheckedChain chain, ChainProblem problem, bool isSeen)
    {
        var words = problem.Message.Replace(ChainMessages.SaysLock, isSeen ? "" : $", says {Path.GetFileName(options.LockPath)}", StringComparison.Ordinal);

        // What was named may be meant as a path.
        return chain.Method is null && problem.RuleId == DiagnosticIds.UnknownModel ? $"There is no such path, and {char.ToLowerInvariant(words[0])}{words[1..]}" : words;
    }

    /// <summary>Whether this run itself was refused something of the model.</summary>
    private static bool IsSeen(ChainProblem problem, ModelCatalog catalog, IReadOnlyList<ModelObservation> observations) =>
        catalog.Resolve(problem.Name).Id is var id && observations.Any(observation =>
            observation.Target.Id == id && (observation.Access == false || observation.Results.Any(static result => result.Verdict == ProbeVerdict.Refused)));

    /// <summary>The day that builds compare dates with: the later one of catalog and lock.</summary>
    private CatalogDate DayOf(ModelCatalog catalog) => seen.Checked is { } day && day > catalog.AsOf ? day : catalog.AsOf;

    /// <summary>That a model of the chain was asked as the method asks it, and refused that.</summary>
    private static IEnumerable<Finding> RefusedCalls(CheckedChain chain, IReadOnlyList<ModelObservation> observations)
    {
        foreach (var name in chain.Names)
        {
            var model = chain.Catalog.Resolve(name);
            foreach (var result in observations.Where(observation => observation.Target.Id == model.Id).SelectMany(static observation => observation.Results))
            {
                if (result is { Verdict: ProbeVerdict.Refused, IsNoAccess: false, Request.Kind: ProbeKind.Call } && chain.Needs.Any(need => Sends(need.Needs, result.Request)))
                {
                    yield return new Finding(
                        ToolRules.Find(DiagnosticIds.ParameterRefused),
                        chain.Method,
                        name,
                        $"{ChainWords.Subject(model)} refused a {WireWords.Of(result.Request)}: {result.Detail}; set another value, or name another model");
                }
            }
        }
    }

    private static bool IsOfNeeds(ChainProblem problem) => problem.RuleId is DiagnosticIds.Refused or DiagnosticIds.MissingCapability;

    private static bool Sends(CallNeeds needs, ProbeRequest request) =>
        needs.Endpoint == request.Endpoint && needs.Effort == request.Effort && needs.Temperature.Equals(request.Temperature) && needs.ServiceTier == request.ServiceTier;

    private static void AddIfAny(Finding? finding, List<Finding> findings)
    {
        if (finding is not null)
        {
            findings.Add(finding);
        }
    }
}
