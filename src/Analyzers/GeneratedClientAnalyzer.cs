using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedLlm.Endpoints;
using TypedLlm.Prompts;

namespace TypedLlm.Analyzers;

/// <summary>
/// Reports methods that throw although nothing is wrong with them: they need what another generator adds, and no generator sees the code of
/// another. Only a whole build shows it, since an editor may show clients that were generated before the last edit.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GeneratedClientAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => GeneratedClientDescriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var files = PromptFiles.Of(start.Options);
            var found = new ConcurrentBag<IMethodSymbol>();
            start.RegisterSymbolAction(context => Find((INamedTypeSymbol)context.Symbol, files, found, context.CancellationToken), SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end => Report(end, found));
        });
    }

    private static void Find(INamedTypeSymbol endpoint, PromptFiles files, ConcurrentBag<IMethodSymbol> found, CancellationToken cancellationToken)
    {
        if (endpoint.TypeKind != TypeKind.Interface || AttributeSyntaxes.Find(endpoint, EndpointReader.Attribute) is null)
        {
            return;
        }

        if (ImplementedByName(endpoint) is not { } throwing || EndpointReader.Read(endpoint, files, cancellationToken).Model is not { } model)
        {
            return;
        }

        var next = 0;
        foreach (var member in MemberCollector.Collect(endpoint))
        {
            if (member is IMethodSymbol method && model.Methods[next++] is { Blocked: null, ExplicitInterface: null } && throwing.Contains(method))
            {
                found.Add(method);
            }
        }
    }

    /// <summary>The methods that the generated class implements by name, as it does with those that can only throw.</summary>
    private static HashSet<ISymbol>? ImplementedByName(INamedTypeSymbol endpoint)
    {
        HashSet<ISymbol>? methods = null;
        foreach (var client in endpoint.ContainingNamespace.GetTypeMembers(EndpointNames.ClassName(endpoint), 0))
        {
            if (!ClassNameClash.IsGenerated(client))
            {
                continue;
            }

            foreach (var member in client.GetMembers())
            {
                if (member is IMethodSymbol { ExplicitInterfaceImplementations: { Length: > 0 } implemented })
                {
                    methods ??= new(SymbolEqualityComparer.Default);
                    methods.Add(implemented[0]);
                }
            }
        }

        return methods;
    }

    private static void Report(CompilationAnalysisContext context, ConcurrentBag<IMethodSymbol> methods)
    {
        // Several endpoints may inherit one method.
        var reported = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var method in methods)
        {
            if (!reported.Add(method.OriginalDefinition))
            {
                continue;
            }

            var isHere = SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, context.Compilation.Assembly);
            var location = (isHere ? DeclarationSyntaxes.Name(method) : null) ?? Location.None;
            context.ReportDiagnostic(Diagnostic.Create(GeneratedClientDescriptors.NeedsOtherGenerator, location, method.Name));
        }
    }
}
