using TypedLlm.Tool.Rules;

namespace TypedLlm.Tool.Verification;

/// <summary>What is to be verified, and how.</summary>
internal sealed record VerifyOptions
{
    /// <summary>The models that are named on the command line.</summary>
    public IReadOnlyList<string> Models { get; init; } = [];

    /// <summary>What the named models have to do, or all models of the chains where none is named.</summary>
    public IReadOnlyList<NamedNeed> Needs { get; init; } = [];

    /// <summary>Whether only catalog and lock are asked.</summary>
    public bool IsOffline { get; init; }

    /// <summary>Whether what is needed is tried.</summary>
    public bool Probes { get; init; }

    /// <summary>Whether what earlier runs left pending is taken up.</summary>
    public bool Resumes { get; init; }

    /// <summary>The full path of the lock file.</summary>
    public required string LockPath { get; init; }

    public bool WritesLock { get; init; } = true;

    /// <summary>In USD, over all probes.</summary>
    public decimal MaxCost { get; init; }

    public TimeSpan Wait { get; init; }

    /// <summary>The most calls at a time that the app makes to a model; null if nobody says.</summary>
    public int? Concurrency { get; init; }

    /// <summary>For how many days to come a model must be live.</summary>
    public int HorizonDays { get; init; }

    /// <summary>The least level that fails the run.</summary>
    public RuleLevel FailOn { get; init; }
}
