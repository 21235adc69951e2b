using TypedLlm.Catalog;
using TypedLlm.Tool.Cli;
using TypedLlm.Tool.Rules;

namespace TypedLlm.Tool.Verification;

/// <summary>What came of a run.</summary>
/// <param name="Today">The day that dates were compared with; null where each environment has its own.</param>
/// <param name="IsOffline">Whether only catalog and lock were asked.</param>
/// <param name="LockPath">The lock file, relative to where the run was started where it lies below.</param>
/// <param name="FailOn">The least level that fails the run.</param>
/// <param name="Environments">What came of each environment, in the order of the command line.</param>
internal sealed record VerifyReport(
    CatalogDate? Today, bool IsOffline, string LockPath, RuleLevel FailOn, IReadOnlyList<EnvironmentReport> Environments)
{
    /// <summary>What all probes together cost in USD, as far as that is known.</summary>
    public decimal Cost => Environments.SelectMany(static environment => environment.Models).SelectMany(static model => model.Results)
        .Distinct(ReferenceEqualityComparer.Instance).Cast<Probes.ProbeResult>().Sum(static result => result.Cost ?? 0);

    public int Code =>
        Environments.SelectMany(static environment => environment.Findings).Any(finding => finding.Rule.Level >= FailOn) ? ExitCode.Findings
        : Environments.Any(static environment => environment.NotChecked.Count > 0) ? ExitCode.NotChecked
        : ExitCode.Good;
}
