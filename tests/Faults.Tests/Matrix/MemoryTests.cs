namespace TypedLlm.FaultTests.Matrix;

/// <summary>Tests that measure what the process allocates, and therefore run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MemoryTests
{
    public const string Name = "Memory";
}
