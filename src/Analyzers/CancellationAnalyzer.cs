using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedLlm.Endpoints;

namespace TypedLlm.Analyzers;

/// <summary>Advises a token for methods that ask a model.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CancellationAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableArray<string> ParameterNames = ImmutableArray.Create("ct", "cancellationToken", "token");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => CancellationDescriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Interface)
        {
            return;
        }

        foreach (var member in type.GetMembers())
        {
            if (member is IMethodSymbol { IsAbstract: true, IsGenericMethod: false, MethodKind: MethodKind.Ordinary } method
                && EndpointAttributes.FindAny(method, context.CancellationToken) is not null
                && ReturnShapeReader.Read(method.ReturnType).Shape != ReturnShape.Unsupported
                && !TakesToken(method))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    CancellationDescriptors.NoCancellationToken, method.Locations[0], PropertiesFor(method), method.Name));
            }
        }
    }

    private static bool TakesToken(IMethodSymbol method)
    {
        foreach (var parameter in method.Parameters)
        {
            if (ParameterReader.Role(parameter.Type) == ParameterRole.CancellationToken)
            {
                return true;
            }
        }

        return false;
    }

    // Nothing can follow a 'params', and an overload with a token must not get a twin.
    private static ImmutableDictionary<string, string?> PropertiesFor(IMethodSymbol method)
    {
        var properties = ImmutableDictionary<string, string?>.Empty;
        var count = method.Parameters.Length;
        if ((count > 0 && method.Parameters[count - 1].IsParams) || method.ContainingType.GetMembers(method.Name).Length > 1)
        {
            return properties;
        }

        foreach (var name in ParameterNames)
        {
            if (!HasParameter(method, name))
            {
                return properties.Add(FixProperties.Choices, name);
            }
        }

        return properties;
    }

    private static bool HasParameter(IMethodSymbol method, string name)
    {
        foreach (var parameter in method.Parameters)
        {
            if (parameter.Name == name)
            {
                return true;
            }
        }

        return false;
    }
}
