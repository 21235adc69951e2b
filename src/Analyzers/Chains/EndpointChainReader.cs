using Microsoft.CodeAnalysis;
using TypedLlm.Chains;
using TypedLlm.Endpoints;

namespace TypedLlm.Analyzers.Chains;

/// <summary>
/// Reads the chains that an interface declares, each once: its own, judged by the needs of all methods that use it, and those of the methods
/// that bring one of their own. What a base interface declares is read there.
/// </summary>
internal static class EndpointChainReader
{
    private static readonly IReadOnlyList<EndpointChain> None = [];

    public static IReadOnlyList<EndpointChain> Read(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (type.TypeKind != TypeKind.Interface)
        {
            return None;
        }

        var attribute = AttributeSyntaxes.Find(type, EndpointReader.Attribute);
        if (attribute is null && !HasSettingMethod(type))
        {
            return None;
        }

        var chains = new List<EndpointChain>();
        var settings = SettingsReader.Read(type, attribute, new EndpointSettings());
        var users = new List<MethodCall>();
        foreach (var member in MemberCollector.Collect(type))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (member is not IMethodSymbol method)
            {
                continue;
            }

            var methodAttribute = AttributeSyntaxes.Find(method, EndpointReader.Attribute);
            var call = new MethodCall(method, methodAttribute, type, SettingsReader.Read(method, methodAttribute, settings));
            if (methodAttribute is null || !ChainDeclarationReader.SetsChain(methodAttribute))
            {
                users.Add(call);
            }
            else if (SymbolEqualityComparer.Default.Equals(method.ContainingType, type))
            {
                Add(method, methodAttribute, [call], call.Settings, chains, cancellationToken);
            }
        }

        if (attribute is not null && (users.Count > 0 || ChainDeclarationReader.SetsChain(attribute)))
        {
            Add(type, attribute, users, settings, chains, cancellationToken);
        }

        return chains;
    }

    /// <summary>Whether a method of the interface itself carries <c>[LlmEndpoint]</c>.</summary>
    private static bool HasSettingMethod(INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is IMethodSymbol && AttributeSyntaxes.Find(member, EndpointReader.Attribute) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static void Add(
        ISymbol owner,
        AttributeData attribute,
        List<MethodCall> users,
        EndpointSettings settings,
        List<EndpointChain> chains,
        CancellationToken cancellationToken)
    {
        if (ChainDeclarationReader.Read(owner, attribute, cancellationToken) is not { } declaration)
        {
            return;
        }

        var needs = new List<MethodNeeds>(users.Count);
        var reason = settings.NoFallback;
        double? ratio = null;
        var limits = new List<AttemptLimit>(users.Count);
        var workloads = new List<string>();
        foreach (var user in users)
        {
            reason = needs.Count == 0 || string.IsNullOrWhiteSpace(user.Settings.NoFallback) ? user.Settings.NoFallback : reason;
            ratio = user.Settings.MaxFallbackPriceRatio is { } limit && !(ratio <= limit) ? limit : ratio;
            limits.Add(user.LimitIn(attribute));
            needs.Add(user.Needs);
            if (user.Settings.Workload is { } workload && !workloads.Contains(workload))
            {
                workloads.Add(workload);
            }
        }

        if (users.Count == 0)
        {
            limits.Add(new AttemptLimit(ChainOptions.AnyCaller, settings.MaxAttempts ?? ChainOptions.DefaultMaxAttempts, attribute));
        }

        chains.Add(new EndpointChain(declaration, ChainNeeds.Of(needs))
        {
            NoFallback = reason,
            MaxFallbackPriceRatio = ratio,
            LimitsPrice = ratio is not null,
            Limits = limits,
            Workloads = workloads,
        });
    }
}
