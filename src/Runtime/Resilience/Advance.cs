namespace TypedLlm.Resilience;

/// <summary>What follows when a target is not asked again.</summary>
internal enum Advance
{
    /// <summary>The next target that does not share the failed domain.</summary>
    NextTarget,

    /// <summary>The next target whose context window is known to be larger.</summary>
    LargerWindow,

    /// <summary>The call fails: another target would refuse the same.</summary>
    Stop,
}
