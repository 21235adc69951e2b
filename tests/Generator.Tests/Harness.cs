using TypedLlm.TestKit;

namespace TypedLlm.Generator.Tests;

/// <summary>Runs the generator under test.</summary>
internal static class Harness
{
    public static GeneratorHarness Generator { get; } = new(() => new TypedLlmGenerator(), typeof(TrackingNames));

    public static GeneratorRun Run(params string[] sources) => Generator.Run(sources);
}
