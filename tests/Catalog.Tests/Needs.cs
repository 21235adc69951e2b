using TypedLlm.Chains;

namespace TypedLlm.Catalog.Tests;

/// <summary>The needs of a chain with one method.</summary>
internal static class Needs
{
    public static ChainNeeds Of(bool streaming, int? maxOutputTokens = null, string? effort = null, double? temperature = null) =>
        Of(new CallNeeds { Streaming = streaming, MaxOutputTokens = maxOutputTokens, Effort = effort, Temperature = temperature });

    public static ChainNeeds Of(CallNeeds needs) => ChainNeeds.Of([new MethodNeeds(needs, static need => $"'AskAsync' needs {need}")]);
}
