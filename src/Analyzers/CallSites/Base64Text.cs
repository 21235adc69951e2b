using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedLlm.Analyzers.CallSites;

/// <summary>Recognises base64 text, written in place or held by a local that is assigned once.</summary>
internal static class Base64Text
{
    // Half-typed code may declare a local by itself, or two by one another.
    private const int MaxSteps = 8;

    /// <summary>The operation that makes a value of base64 text; null if it is not made of that.</summary>
    public static IOperation? BytesOf(IOperation value, FilePartMethods methods)
    {
        value = Origin(value);
        var (maker, arguments) = value switch
        {
            IInvocationOperation { TargetMethod: { Name: "FromString" } method } invocation => (method, invocation.Arguments),
            IObjectCreationOperation { Constructor: { } constructor } creation => (constructor, creation.Arguments),
            _ => default,
        };
        return maker is not null
            && FilePartMethods.Is(maker.ContainingType, methods.BinaryData)
            && arguments.Length > 0
            && arguments[0].Value.Type?.SpecialType == SpecialType.System_String
            && IsText(arguments[0].Value, methods)
                ? value
                : null;
    }

    /// <summary>Whether a text is base64 or ends in it, as a data URL does.</summary>
    public static bool IsText(IOperation value, FilePartMethods methods) => IsText(value, methods, MaxSteps);

    /// <summary>What <c>Convert.ToBase64String</c> encodes as a whole; null if the operation is something else.</summary>
    public static IOperation? Encoded(IOperation operation, FilePartMethods methods) =>
        operation is IInvocationOperation { TargetMethod: { Name: "ToBase64String" } method, Arguments: { Length: > 0 } arguments }
        && FilePartMethods.Is(method.ContainingType, methods.Convert)
            ? WithoutConversion(arguments[0].Value)
            : null;

    public static IOperation WithoutConversion(IOperation operation)
    {
        while (operation is IConversionOperation conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }

    private static bool IsText(IOperation value, FilePartMethods methods, int steps)
    {
        value = Origin(value);
        return steps > 0 && value switch
        {
            IInvocationOperation => Encoded(value, methods) is not null,
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => IsText(sum.RightOperand, methods, steps - 1),
            IInterpolatedStringOperation { Parts: { Length: > 0 } parts } =>
                parts[parts.Length - 1] is IInterpolationOperation { Expression: var last } && IsText(last, methods, steps - 1),
            _ => false,
        };
    }

    private static IOperation Origin(IOperation value)
    {
        value = WithoutConversion(value);
        for (var i = 0; i < MaxSteps && value is ILocalReferenceOperation { Local: var local } && OnlyValueOf(local, value) is { } origin; i++)
        {
            value = WithoutConversion(origin);
        }

        return value;
    }

    /// <summary>The value that a local is declared with, if nothing else in the body is assigned to it.</summary>
    private static IOperation? OnlyValueOf(ILocalSymbol local, IOperation use)
    {
        var root = use;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        IOperation? value = null;
        foreach (var operation in root.Descendants())
        {
            if (operation is IVariableDeclaratorOperation declarator && SymbolEqualityComparer.Default.Equals(declarator.Symbol, local))
            {
                value = declarator.GetVariableInitializer()?.Value;
            }
            else if (operation is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local) && IsWritten(reference))
            {
                return null;
            }
        }

        return value;
    }

    private static bool IsWritten(ILocalReferenceOperation reference) => reference.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == reference,
        IArgumentOperation argument => argument.Parameter is { RefKind: RefKind.Ref or RefKind.Out },
        ITupleOperation or IIncrementOrDecrementOperation => true,
        _ => false,
    };
}
