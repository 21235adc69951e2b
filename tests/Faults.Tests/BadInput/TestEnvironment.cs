using System.Runtime.CompilerServices;

namespace TypedLlm.FaultTests.BadInput;

/// <summary>The tests must not find a key or an address that the machine happens to have.</summary>
internal static class TestEnvironment
{
    [ModuleInitializer]
    internal static void Clear()
    {
        Environment.SetEnvironmentVariable("OPENAI_API_KEY", null);
        Environment.SetEnvironmentVariable("OPENAI_BASE_URL", null);
    }
}
