using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedLlm.Analyzers.Declarations;
using TypedLlm.Endpoints;

namespace TypedLlm.Analyzers;

/// <summary>Reports prompts and settings of methods that no client is generated for.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AttributePlacementAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => PlacementDescriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var bases = new EndpointBases(start.Compilation);
            start.RegisterSymbolAction(context => Analyze(context, bases), SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, EndpointBases bases)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        ISymbol? asking = null;
        foreach (var member in type.GetMembers())
        {
            if (member is not IMethodSymbol method || EndpointAttributes.FindAny(method) is null)
            {
                continue;
            }

            if (type.TypeKind != TypeKind.Interface)
            {
                var kind = type.IsRecord ? "record" : type.TypeKind == TypeKind.Struct ? "struct" : "class";
                Report(context, PlacementDescriptors.AttributeOutsideInterface, method, [type.Name, kind]);
            }
            else if (!method.IsAbstract)
            {
                Report(context, PlacementDescriptors.AttributeOnMemberWithBody, method, [method.IsStatic ? "is static" : "has a body"]);
            }
            else
            {
                asking ??= method;
            }
        }

        if (type.TypeKind == TypeKind.Interface)
        {
            CheckEndpoint(context, type, asking, bases);
        }
    }

    // A prompt is enough of a hint; a system prompt of the interface is another.
    private static void CheckEndpoint(SymbolAnalysisContext context, INamedTypeSymbol type, ISymbol? asking, EndpointBases bases)
    {
        if (EndpointAttributes.FindAny(asking ??= type) is { } attribute
            && AttributeSyntaxes.Find(type, EndpointReader.Attribute) is null
            && !bases.Contains(type)
            && (bases.HasEndpoints || !MayBeBaseElsewhere(type, context.Compilation)))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                PlacementDescriptors.AttributeOutsideEndpoint, type.Locations[0], type.Name, EndpointAttributes.ShortName(attribute), asking.Name));
        }
    }

    /// <summary>Whether an interface is one of a library of contracts, whose endpoints are in other assemblies.</summary>
    private static bool MayBeBaseElsewhere(INamedTypeSymbol type, Compilation compilation) =>
        compilation.Options.OutputKind is OutputKind.DynamicallyLinkedLibrary or OutputKind.NetModule && InterfaceAccess.IsPublic(type);

    private static void Report(SymbolAnalysisContext context, DiagnosticDescriptor rule, IMethodSymbol method, string[] reason)
    {
        foreach (var attribute in method.GetAttributes())
        {
            if (EndpointAttributes.IsOurs(attribute) && EndpointAttributes.NameLocation(attribute, context.CancellationToken) is { } location)
            {
                object[] arguments = [EndpointAttributes.ShortName(attribute), method.Name, .. reason];
                context.ReportDiagnostic(Diagnostic.Create(rule, location, arguments));
            }
        }
    }
}
