using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Text;

namespace TypedLlm.CodeFixes;

/// <summary>Makes a check one that generated code can call: static, internal, and with the parameters that it is called with.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MendValidatorCodeFix))]
public sealed class MendValidatorCodeFix : TextCodeFixProvider
{
    private const string Validation = "TypedLlm.LlmValidation";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.InvalidValidator);

    /// <inheritdoc/>
    protected override IEnumerable<CodeFixOffer> OffersFor(Diagnostic diagnostic)
    {
        yield return new CodeFixOffer("Make it a check that generated code can call", nameof(MendValidatorCodeFix), null);
    }

    /// <inheritdoc/>
    protected override async Task<bool> IsSafeAsync(CodeFixTarget target, SemanticModel model, Solution solution, CancellationToken cancellationToken)
    {
        if (Find(target) is not { } declaration || declaration.Modifiers.Any(SyntaxKind.PartialKeyword)
            || model.GetDeclaredSymbol(declaration, cancellationToken) is not { } method || !CanBeMended(method))
        {
            return false;
        }

        // Calls are written for what the method was; all that can be wrong else is who may call it.
        if (method.IsStatic && method.Parameters.Length == 2)
        {
            return !IsReachable(method);
        }

        return (method.IsStatic || !UsesInstance(declaration, method, model, cancellationToken))
            && !(await SymbolFinder.FindImplementedInterfaceMembersAsync(method, solution, cancellationToken: cancellationToken).ConfigureAwait(false)).Any()
            && !(await SymbolFinder.FindReferencesAsync(method, solution, cancellationToken).ConfigureAwait(false)).Any(static use => use.Locations.Any());
    }

    /// <inheritdoc/>
    protected override IEnumerable<TextChange> ChangesFor(IReadOnlyList<CodeFixTarget> targets, SourceText text, SemanticModel model)
    {
        foreach (var target in targets)
        {
            if (Find(target) is { } declaration && model.GetDeclaredSymbol(declaration) is { } method)
            {
                yield return Modifiers(declaration, method);
                if (Parameters(declaration, method, model) is { } parameters)
                {
                    yield return parameters;
                }
            }
        }
    }

    /// <summary>The method that carries the attribute of the finding; null where that is in another assembly and something else stands for it.</summary>
    private static MethodDeclarationSyntax? Find(CodeFixTarget target) =>
        target.Node.FirstAncestorOrSelf<AttributeSyntax>() is { Parent.Parent: MethodDeclarationSyntax { ParameterList.CloseParenToken.IsMissing: false } method } ? method : null;

    // What returns a value, or waits for something, has to be thought about.
    private static bool CanBeMended(IMethodSymbol method) =>
        method is { IsGenericMethod: false, ReturnsVoid: true, IsAsync: false, IsVirtual: false, IsAbstract: false, IsOverride: false, MethodKind: MethodKind.Ordinary, Parameters.Length: <= 2 }
        && method.Parameters.All(static parameter => parameter.RefKind is RefKind.None or RefKind.In)
        && (method.Parameters.Length == 0 || IsFor(method.Parameters[0].Type, method.ContainingType))
        && (method.Parameters.Length < 2 ? CanGetParameters(method) : method.Parameters[1].Type.ToDisplayString() == Validation);

    // Behind one that is optional none can stand that is not; and another method of that name may have the parameters already, or get them too.
    private static bool CanGetParameters(IMethodSymbol method)
    {
        for (var current = method.ContainingType; current is not null; current = current.BaseType)
        {
            if (current.GetMembers(method.Name).Any(member => !SymbolEqualityComparer.Default.Equals(member, method)))
            {
                return false;
            }
        }

        return !method.Parameters.Any(static parameter => parameter.IsOptional);
    }

    private static bool IsFor(ITypeSymbol parameter, INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, parameter))
            {
                return true;
            }
        }

        return type.AllInterfaces.Contains(parameter, SymbolEqualityComparer.Default);
    }

    private static bool UsesInstance(MethodDeclarationSyntax declaration, IMethodSymbol method, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (var node in declaration.DescendantNodes())
        {
            if (node is ThisExpressionSyntax or BaseExpressionSyntax)
            {
                return true;
            }

            var isOfAnother = node.Parent is MemberAccessExpressionSyntax access && access.Name == node;
            if (node is SimpleNameSyntax && !isOfAnother && !node.Ancestors().OfType<InvocationExpressionSyntax>().Any(IsNameOf)
                && IsOfInstance(model.GetSymbolInfo(node, cancellationToken).Symbol, method.ContainingType))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNameOf(InvocationExpressionSyntax call) => call.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" };

    private static bool IsOfInstance(ISymbol? symbol, INamedTypeSymbol type) => symbol switch
    {
        IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } => true,
        IPropertySymbol or IFieldSymbol or IEventSymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary } => !symbol.IsStatic && IsFor(symbol.ContainingType, type),
        _ => false,
    };

    private static bool IsReachable(IMethodSymbol method) => method.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;

    private static TextChange Modifiers(MethodDeclarationSyntax declaration, IMethodSymbol method)
    {
        var isReachable = IsReachable(method);
        var kept = declaration.Modifiers
            .Where(modifier => modifier.Kind() is not (SyntaxKind.StaticKeyword or SyntaxKind.ReadOnlyKeyword) && (isReachable || !IsAccess(modifier.Kind())))
            .Select(static modifier => modifier.Text)
            .ToList();
        if (!isReachable)
        {
            kept.Insert(0, "internal");
        }

        kept.Insert(kept.TakeWhile(static modifier => SyntaxFacts.GetKeywordKind(modifier) is var kind && IsAccess(kind)).Count(), "static");
        var start = declaration.Modifiers.Count > 0 ? declaration.Modifiers.First().SpanStart : declaration.ReturnType.SpanStart;
        return new TextChange(TextSpan.FromBounds(start, declaration.ReturnType.SpanStart), string.Join(" ", kept) + " ");
    }

    private static bool IsAccess(SyntaxKind kind) => kind is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.PrivateKeyword;

    private static TextChange? Parameters(MethodDeclarationSyntax declaration, IMethodSymbol method, SemanticModel model)
    {
        if (method.Parameters.Length == 2 || model.Compilation.GetTypeByMetadataName(Validation) is not { } validation)
        {
            return null;
        }

        var added = new List<string>();
        var place = declaration.ParameterList.CloseParenToken.SpanStart;
        if (method.Parameters.Length == 0)
        {
            added.Add($"{method.ContainingType.ToMinimalDisplayString(model, place)} {FreeName("value", declaration)}");
        }

        added.Add($"{validation.ToMinimalDisplayString(model, place)} {FreeName("validation", declaration)}");
        return new TextChange(new TextSpan(place, 0), (method.Parameters.Length == 0 ? "" : ", ") + string.Join(", ", added));
    }

    // Neither a parameter nor a local of the method.
    private static string FreeName(string name, MethodDeclarationSyntax declaration)
    {
        var taken = new HashSet<string>(declaration.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText));
        var free = name;
        for (var i = 2; taken.Contains(free); i++)
        {
            free = $"{name}{i}";
        }

        return free;
    }
}
