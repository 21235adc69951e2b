using TypedLlm.Catalog;
using TypedLlm.Chains;
using TypedLlm.CompilerServices;

namespace TypedLlm.Routing;

/// <summary>
/// Refuses chains that cannot work. What the compiler has judged is held only to what the process alone knows; a chain of the settings is held to
/// all that is an error at build time.
/// </summary>
internal static class ChainRefusal
{
    private const string JudgedAtBuildTime = "judged at build time";

    /// <exception cref="LlmException">The chain cannot serve the method; the message names both, the model and what it refuses.</exception>
    public static void Check(EndpointMethod method, ConfiguredChain? configured, CallNeeds needs, ModelCatalog catalog, CatalogDate today)
    {
        var chain = configured?.Names ?? method.Chain;
        var chainNeeds = ChainNeeds.Of([new MethodNeeds(needs, need => MethodOrigins.Of(method, need))]);
        var options = new ChainOptions(today, JudgedAtBuildTime) { RetirementHorizonDays = 0, MaxAttempts = int.MaxValue };
        var problems = ChainRules.Check(chain, chainNeeds, options, catalog);
        var allShutDown = configured is not null && problems.Count(static problem => IsShutDown(problem.RuleId)) == chain.Length;
        foreach (var problem in problems)
        {
            if (KindOf(problem.RuleId, configured is not null, allShutDown) is { } kind)
            {
                var place = configured is null ? "" : $"{configured.Path}:{problem.Index}: ";
                throw new LlmException(kind, $"{method.Endpoint}.{method.Name}: {place}{problem.Message}.");
            }
        }
    }

    /// <summary>What a problem makes the chain fail with; null if it may be tried.</summary>
    private static LlmFailureKind? KindOf(string ruleId, bool isConfigured, bool allShutDown) => ruleId switch
    {
        DiagnosticIds.UnknownModel or DiagnosticIds.NoPrimary => LlmFailureKind.UnknownModel,
        _ when !isConfigured => null,
        DiagnosticIds.MissingCapability
            or DiagnosticIds.OutputLimitExceeded
            or DiagnosticIds.ParameterRefused
            or DiagnosticIds.ModelNotAllowed => LlmFailureKind.Configuration,
        _ when allShutDown && IsShutDown(ruleId) => LlmFailureKind.NoEligibleModel,
        _ => null,
    };

    private static bool IsShutDown(string ruleId) => ruleId is DiagnosticIds.PrimaryShutDown or DiagnosticIds.FallbackShutDown;
}
