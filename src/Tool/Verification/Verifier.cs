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
        var store = new LockStore(options.LockPath);
        var file = store.Read();
        var today = host.Today;
        EnvironmentPlan[] plans = [.. environments.Select(environment => EnvironmentPlan.Of(environment, _chains, today))];
        var relative = Path.GetRelativePath(host.Directory, options.LockPath).Replace('\\', '/');
        if (options.IsOffline)
        {
            return new VerifyReport(null, true, relative, options.FailOn, [.. plans.Select(plan => JudgeOffline(plan, file))]);
        }

        foreach (var problem in plans.SelectMany(static plan => plan.Problems))
        {
            await host.Error.WriteLineAsync($"typedllm: {problem.What}: {problem.Reason}.");
        }

        var observations = await new AccountObserver(host, options, Concurrency).ObserveAsync(plans, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        var reports = new List<EnvironmentReport>();
        var merged = file;
        foreach (var (plan, seen) in plans.Zip(observations))
        {
            var section = LockMerge.Merge(LockMerge.Find(file, plan.Environment.Name), plan.Environment.Name, plan.BaseUrls, plan.Credentials, today, seen);
            merged = section is null ? merged : LockMerge.With(merged, section);
            reports.Add(Judge(plan, seen, section, today));
        }

        if (options.WritesLock && merged != file && store.Write(merged))
        {
            await host.Error.WriteLineAsync($"typedllm: wrote {relative}.");
        }

        return new VerifyReport(today, false, relative, options.FailOn, reports);
    }

    private EnvironmentReport Judge(EnvironmentPlan plan, IReadOnlyList<ModelObservation> seen, LockEnvironment? section, CatalogDate today)
    {
        var known = section is null ? ModelLock.None : ModelLock.Of(LockFile.Empty with { Environments = [section] }, section.Name, out _);
        return new EnvironmentReport(plan.Environment.Name)
        {
            BaseUrl = plan.Providers.Count == 0 ? null : plan.BaseUrls,
            Credential = plan.Providers.Count == 0 ? null : plan.Credentials,
            Models = seen,
            Findings = new FindingCollector(known, options).Collect(plan.Chains, seen, today),
            NotChecked = [.. plan.Problems, .. seen.SelectMany(static observation => observation.NotChecked)],
            Notes = [.. plan.Providers.Where(AzureHosts.Contains).Select(static provider =>
                $"'{provider.Name}' is on Azure, which lists base models and not deployments: its list proves nothing and was not asked; --probe asks the deployments of {TypedLlmOptions.SectionName}:Providers:{provider.Name}:{nameof(ProviderOptions.Deployments)}")],
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
            NotChecked = [.. plan.Problems.Where(static problem => problem.What == "settings")],
            Notes = problem is null ? [] : [$"{LockStore.FileName} has no environment '{plan.Environment.Name}', so that the catalog alone was asked"],
        };
    }
}
