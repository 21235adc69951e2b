using Microsoft.CodeAnalysis;
using TypedLlm.Endpoints;

namespace TypedLlm.TypedAnswers;

/// <summary>Finds the methods that check a type: its own and those of the types it derives from, the farthest first.</summary>
internal static class ValidatorReader
{
    private const string Attribute = "ValidateAttribute";

    public static EquatableArray<ValidatorCall> Read(INamedTypeSymbol type, AnswerPlace place, ShapeScope scope)
    {
        var found = new List<ValidatorCall>();
        foreach (var inherited in type.AllInterfaces)
        {
            Collect(inherited, type, place, scope, found);
        }

        var bases = new Stack<INamedTypeSymbol>();
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            bases.Push(current);
        }

        foreach (var current in bases)
        {
            Collect(current, type, place, scope, found);
        }

        return EquatableArray<ValidatorCall>.From(found);
    }

    private static void Collect(INamedTypeSymbol holder, INamedTypeSymbol type, AnswerPlace place, ShapeScope scope, List<ValidatorCall> found)
    {
        foreach (var member in holder.GetMembers())
        {
            if (member is not IMethodSymbol { IsImplicitlyDeclared: false, MethodKind: MethodKind.Ordinary } method || AttributeSyntaxes.Find(method, Attribute) is not { } attribute)
            {
                continue;
            }

            // An inherited one for another derived type is no business of this one.
            var fault = Fault(method, scope.Assembly);
            if (fault is null && Takes(method.Parameters[0].Type, type))
            {
                scope.Warnings.AddMember(method);
                var parameter = method.Parameters[0];
                found.Add(new ValidatorCall($"{ShapeScope.Identity(holder)}.{TypeNames.Identifier(method.Name)}", $"{holder.Name}.{method.Name}", TypeNames.Display(parameter.Type), parameter.RefKind == RefKind.In));
            }
            else if (fault is not null || SymbolEqualityComparer.Default.Equals(holder, type))
            {
                var at = place.Of(holder, method, scope.Assembly).At(attribute, method, scope.Assembly, scope.CancellationToken);
                fault ??= new Refusal("takes another type first", Form(method));
                scope.Refuse(DiagnosticIds.InvalidValidator, at, fault.Reason, fault.WayOut);
            }
        }
    }

    /// <summary>Why generated code cannot call the method, whatever value there is; null if it can.</summary>
    private static Refusal? Fault(IMethodSymbol method, IAssemblySymbol assembly) => FormFault(method, assembly) is { } reason
        ? new Refusal(reason, Form(method))
        : ObsoleteErrors.Is(method) ? new Refusal("is obsolete, and its use an error", "take the error from its [Obsolete]")
        : TypeAccess.Fault(method.ContainingType, assembly) is { } fault ? fault with { Reason = $"is in a type that {fault.Reason}" }
        : null;

    private static string Form(IMethodSymbol method) =>
        $"write internal static void {method.Name}({method.ContainingType.Name} value, LlmValidation validation)";

    private static string? FormFault(IMethodSymbol method, IAssemblySymbol assembly) => method switch
    {
        { IsStatic: false } => "is not static",
        { IsAbstract: true } or { IsVirtual: true } => "has no body of its own",
        { IsGenericMethod: true } => "is generic",
        { ReturnsVoid: false } => "returns a value, which nobody would look at",
        { IsAsync: true } => "is async, and nobody would wait for it",
        { Parameters.Length: not 2 } => "does not take two parameters",
        _ when !IsRead(method.Parameters[0]) || !IsRead(method.Parameters[1]) => "takes a reference",
        _ when !TypeNames.Is(method.Parameters[1].Type, "TypedLlm", "LlmValidation") => "does not take an LlmValidation second",
        _ when !TypeAccess.IsReachable(method, assembly) => "cannot be called by generated code: it is neither internal nor public",
        _ => null,
    };

    private static bool IsRead(IParameterSymbol parameter) => parameter.RefKind is RefKind.None or RefKind.In;

    private static bool Takes(ITypeSymbol parameter, INamedTypeSymbol type)
    {
        if (parameter.SpecialType == SpecialType.System_Object)
        {
            return true;
        }

        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, parameter))
            {
                return true;
            }
        }

        foreach (var implemented in type.AllInterfaces)
        {
            if (SymbolEqualityComparer.Default.Equals(implemented, parameter))
            {
                return true;
            }
        }

        return false;
    }
}
