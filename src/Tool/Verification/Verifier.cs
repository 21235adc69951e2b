using TypedLlm.Catalog;
using TypedLlm.Locks;
using TypedLlm.Tool.Cli;
using TypedLlm.Tool.Environments;
using TypedLlm.Tool.Locks;
using TypedLlm.Tool.Probes;
using TypedLlm.Tool.Workspaces;

namespace TypedLlm.Tool.Verification;

/// <summary>Verifies environments: plans, asks the accounts, tries what is needed, merges the lock, and judges the chains.</summary>
internal sealed class Verifier(ToolHost host, Workspace workspace, VerifyOptions options)
{
    private const int DefaultConcurrency = 4;

    private readonly ChainCollector _chains = new(workspace, options);

    private int Concurrency => options.Concurrency ?? DefaultConcurrency;

    public async Task<VerifyReport> RunAsync(IReadOnlyList<ToolEnvironment> environments, CancellationToken cancellationToken)
    {
        // A lock that cannot be read is an error before anything is asked.
        var store = new LockStore(options.LockPath, host.Time);
        var file = store.Read();
        var today = host.Today;
        EnvironmentPlan[] plans = [.. environments.Select(environment => EnvironmentPlan.Of(environment, _chains, today))];
        if (options.Resumes && plans.Length > 0)
        {
            // Nobody knows which environment they are of.
            var notes = new PendingFile(options.PendingPath).Read();
            plans[0] = plans[0] with { Problems = [.. plans[0].Problems, .. PendingNotes.Foreign(notes, plans), .. PendingNotes.Others(notes, plans)] };
        }

        var relative = Path.GetRelativePath(host.Directory, options.LockPath).Replace('\\', '/');
        if (options.IsOffline)
        {
            return new VerifyReport(null, true, relative, options.FailOn, [.. plans.Select(plan => JudgeOffline(plan, file))]);
        }

        if (options.WritesLock)
        {
            // What is learned costs money: that it can be kept is made sure of before.
            await store.CheckWritableAsync(cancellationToken);
        }

        var observations = await new AccountObserver(host, options, Concurrency).ObserveAsync(plans, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        var reports = plans.Zip(observations, (plan, seen) => Judge(plan, seen, SectionOf(file, plan, seen, today), file, today)).ToList();

        return new VerifyReport(today, false, relative, options.FailOn, reports)
        {
            LockProblem = options.WritesLock ? await WriteAsync(store, [.. plans.Zip(observations)], today) : null,
        };
    }

    private static LockEnvironment? SectionOf(LockFile file, EnvironmentPlan plan, IReadOnlyList<ModelObservation> seen, CatalogDate today) =>
        LockMerge.Merge(LockMerge.Find(file, plan.Environment.Name), plan.Environment.Name, LockAccount.Of(plan), today, seen);

    /// <summary>Writes what was seen into the file as it is now: other runs may have written since. The problem, if it could not.</summary>
    private async Task<string?> WriteAsync(LockStore store, (EnvironmentPlan Plan, IReadOnlyList<ModelObservation> Seen)[] seen, CatalogDate today)
    {
        try
        {
            var isWritten = await store.UpdateAsync(file => seen.Aggregate(
                file, (merged, next) => SectionOf(merged, next.Plan, next.Seen, today) is { } section ? LockMerge.With(merged, section) : merged));
            if (isWritten)
            {
                await host.Error.WriteLineAsync($"typedllm: wrote {options.LockPath}; a build reads it beside the project.");
            }

            return null;
        }
        catch (ToolException exception)
        {
            return exception.Message;
        }
    }

    private EnvironmentReport Judge(EnvironmentPlan plan, IReadOnlyList<ModelObservation> seen, LockEnvironment? section, LockFile file, CatalogDate today)
    {
        var known = section is null ? ModelLock.None : ModelLock.Of(LockFile.Empty with { Environments = [section] }, section.Name, out _);
        return new EnvironmentReport(plan.Environment.Name)
        {
            BaseUrl = plan.Providers.Count == 0 ? null : plan.BaseUrls,
            Credential = plan.Providers.Count == 0 ? null : plan.Credentials,
            Models = seen,
            Findings = new FindingCollector(known, options).Collect(plan.Chains, seen, today),
            NotChecked = [.. plan.Problems, .. seen.SelectMany(static observation => observation.NotChecked), .. seen.Where(IsWithoutLimits).Select(NoLimits)],
            Notes = [.. options is { Concurrency: not null, Probes: false } ? (string[])["--concurrency was not held against the limits of the account, which the answers of --probe name"] : [], .. UnknownEnvironment.Note(plan.Environment, file), .. plan.Providers.Where(AzureHosts.Contains).Select(AzureNote), .. seen.SelectMany(AccountCatalog.Contradictions), .. seen.SelectMany(static observation => observation.Results).SelectMany(static result => result.Left).Distinct()],
        };
    }

    private EnvironmentReport JudgeOffline(EnvironmentPlan plan, LockFile file)
    {
        // Where no environment is named, all of the file count alike, as in a build that names none.
        var isNamed = plan.Environment.Name != ToolEnvironment.Default || LockMerge.Find(file, ToolEnvironment.Default) is not null;
        var known = ModelLock.Of(file, isNamed ? plan.Environment.Name : null, out var problem);
        return new EnvironmentReport(plan.Environment.Name)
        {
            Models = [],
            Findings = new FindingCollector(known, options).Collect(plan.Chains, [], today: null),
            NotChecked = [.. plan.Problems.Where(static problem => problem.What == "settings"), .. UnknownEnvironment.NotChecked(plan.Environment, file)],
            Notes = problem is null ? [] : [$"{Path.GetFileName(options.LockPath)} has no environment '{plan.Environment.Name}', so that the catalog alone was asked"],
        };
    }

    private bool IsWithoutLimits(ModelObservation observation) => options.Concurrency is not null
        && observation.Results.Any(static result => result.Verdict == ProbeVerdict.Works) && observation.Limits is null;

    private static NotChecked NoLimits(ModelObservation observation) =>
        new(observation.Target.Id, "concurrency", "no answer named the limits of the account in its headers");

    private static string AzureNote(ProviderSettings provider) =>
        $"'{provider.Name}' is on Azure, which lists base models and not deployments: its list proves nothing and was not asked; --probe asks the deployments of {TypedLlmOptions.SectionName}:Providers:{provider.Name}:{nameof(ProviderOptions.Deployments)}";
}
