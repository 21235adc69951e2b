using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
        context.RegisterSyntaxNodeAction(
            AnalyzeFunction, SyntaxKind.LocalFunctionStatement, SyntaxKind.ParenthesizedLambdaExpression, SyntaxKind.SimpleLambdaExpression);
    }

    private static void Analyze(SymbolAnalysisContext context, EndpointBases bases)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        ISymbol? asking = null;
        foreach (var member in type.GetMembers())
        {
            if (member is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation } method
                || EndpointAttributes.FindAny(method, context.CancellationToken) is null)
            {
                continue;
            }

            if (type.TypeKind != TypeKind.Interface)
            {
                var kind = type.IsRecord ? "record" : type.TypeKind == TypeKind.Struct ? "struct" : "class";
                Report(method, PlacementDescriptors.AttributeOutsideInterface, [method.Name, type.Name, kind], context.ReportDiagnostic, context.CancellationToken);
            }
            else if (!method.IsAbstract)
            {
                string[] arguments = [method.Name, method.IsStatic ? "is static" : "has a body"];
                Report(method, PlacementDescriptors.AttributeOnMemberWithBody, arguments, context.ReportDiagnostic, context.CancellationToken);
            }
            else if (method.MethodKind == MethodKind.Ordinary)
            {
                asking ??= method;
            }
        }

        if (type.TypeKind == TypeKind.Interface)
        {
            CheckEndpoint(context, type, asking, bases);
        }
    }

    private static void AnalyzeFunction(SyntaxNodeAnalysisContext context)
    {
        var (attributes, name, kind) = context.Node switch
        {
            LocalFunctionStatementSyntax function => (function.AttributeLists, function.Identifier.ValueText, "local function"),
            LambdaExpressionSyntax lambda => (lambda.AttributeLists, lambda.ArrowToken.ValueText, "lambda"),
            _ => default,
        };
        var model = context.SemanticModel;
        if (attributes.Count > 0
            && (model.GetDeclaredSymbol(context.Node, context.CancellationToken) ?? model.GetSymbolInfo(context.Node, context.CancellationToken).Symbol) is IMethodSymbol method)
        {
            Report(method, PlacementDescriptors.AttributeOutsideInterface, [name, name, kind], context.ReportDiagnostic, context.CancellationToken);
        }
    }

    // A prompt is enough of a hint; a system prompt of the interface is another.
    private static void CheckEndpoint(SymbolAnalysisContext context, INamedTypeSymbol type, ISymbol? asking, EndpointBases bases)
    {
        if (EndpointAttributes.FindAny(asking ??= type, context.CancellationToken) is { } attribute
            && AttributeSyntaxes.Find(type, EndpointReader.Attribute) is null
            && !MayBeBaseElsewhere(type, context.Compilation)
            && !bases.Contains(type, context.CancellationToken))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                PlacementDescriptors.AttributeOutsideEndpoint, type.Locations[0], type.Name, EndpointAttributes.ShortName(attribute), asking.Name));
        }
    }

    /// <summary>Whether an interface is a contract of a library, whose endpoints may be in other assemblies.</summary>
    private static bool MayBeBaseElsewhere(INamedTypeSymbol type, Compilation compilation) =>
        compilation.Options.OutputKind is OutputKind.DynamicallyLinkedLibrary or OutputKind.NetModule
        && (InterfaceAccess.IsPublic(type) || (InterfaceAccess.Fault(type) is null && HasFriends(compilation.Assembly)));

    private static bool HasFriends(IAssemblySymbol assembly)
    {
        foreach (var attribute in assembly.GetAttributes())
        {
            if (TypeNames.Is(attribute.AttributeClass, "System.Runtime.CompilerServices", "InternalsVisibleToAttribute"))
            {
                return true;
            }
        }

        return false;
    }

    private static void Report(
        IMethodSymbol method, DiagnosticDescriptor rule, string[] arguments, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        foreach (var attribute in method.GetAttributes())
        {
            if (EndpointAttributes.IsOurs(attribute) && EndpointAttributes.NameLocation(attribute, cancellationToken) is { } location)
            {
                object[] all = [EndpointAttributes.ShortName(attribute), .. arguments];
                report(Diagnostic.Create(rule, location, all));
            }
        }
    }
}
