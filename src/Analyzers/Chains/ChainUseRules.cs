using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedLlm.Catalog;
using TypedLlm.Endpoints;

namespace TypedLlm.Analyzers.Chains;

/// <summary>Checks the attributes of one interface and its methods, and notes what they use.</summary>
internal static class ChainUseRules
{
    public static void Check(SymbolAnalysisContext context, ChainUses uses)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Interface)
        {
            return;
        }

        CheckAttribute(type, context, uses);
        foreach (var member in type.GetMembers())
        {
            if (member is IMethodSymbol { AssociatedSymbol: null })
            {
                CheckAttribute(member, context, uses);
            }
        }
    }

    private static void CheckAttribute(ISymbol owner, SymbolAnalysisContext context, ChainUses uses)
    {
        if (AttributeSyntaxes.Find(owner, EndpointReader.Attribute) is not { } attribute)
        {
            return;
        }

        if (ChainReader.NameOf(attribute) is { } name)
        {
            uses.Names.TryAdd(name, name);
            if (AttributeSyntaxes.Property(attribute, WellKnownNames.Chain, context.CancellationToken) is { } use)
            {
                CheckName(name, use, owner.ContainingAssembly, context);
                CheckModels(name, use, attribute, owner.ContainingAssembly, context);
            }
        }
        else if (ChainDeclarationReader.HalfWritesName(attribute))
        {
            uses.HasHalfWritten = true;
        }
        else if (!context.IsGeneratedCode
            && ChainDeclarationReader.SetsChain(attribute)
            && ChainDeclarationReader.Read(owner, attribute, context.CancellationToken) is { } written)
        {
            uses.Written.Add(written); // What a generator writes out is not to be rewritten.
        }
    }

    private static void CheckName(string name, AttributeArgumentSyntax use, IAssemblySymbol assembly, SymbolAnalysisContext context)
    {
        if (MayBeDeclared(name, assembly))
        {
            return;
        }

        var nearest = NearestName.Find(name, Names(assembly));
        var advice = nearest is null ? "declare it with [assembly: LlmChain]" : $"did you mean '{nearest}'?";
        var properties = ImmutableDictionary<string, string?>.Empty;
        context.ReportDiagnostic(Diagnostic.Create(
            NamedChainDescriptors.UnknownChain,
            use.Expression.GetLocation(),
            nearest is null ? properties : properties.Add(FixProperties.Choices, nearest),
            name,
            advice));
    }

    private static void CheckModels(
        string name, AttributeArgumentSyntax use, AttributeData attribute, IAssemblySymbol assembly, SymbolAnalysisContext context)
    {
        var set = new List<string>();
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key is WellKnownNames.Primary or WellKnownNames.Fallback or WellKnownNames.Fallbacks && !argument.Value.IsNull)
            {
                set.Add(argument.Key);
            }
        }

        if (set.Count > 0)
        {
            // While the name leads nowhere, the models are all that the endpoint has.
            var properties = ImmutableDictionary<string, string?>.Empty;
            context.ReportDiagnostic(Diagnostic.Create(
                NamedChainDescriptors.ChainAndModels,
                use.GetLocation(),
                NamedChains.Find(assembly, name) is null ? properties : properties.Add(FixProperties.Remove, null),
                name,
                string.Join(" and ", set)));
        }
    }

    // A declaration whose name is half-written may be the one.
    private static bool MayBeDeclared(string name, IAssemblySymbol assembly)
    {
        foreach (var declaration in NamedChains.All(assembly))
        {
            if (NamedChains.NameOf(declaration) is not { } declared || declared == name)
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<string> Names(IAssemblySymbol assembly)
    {
        foreach (var declaration in NamedChains.All(assembly))
        {
            if (NamedChains.NameOf(declaration) is { } name && !string.IsNullOrWhiteSpace(name))
            {
                yield return name;
            }
        }
    }
}
