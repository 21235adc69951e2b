using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedLlm.Analyzers.CallSites;

/// <summary>Tells whether a client may talk to another service than OpenAI's, where an id can be the name of anything.</summary>
internal static class ClientEndpoint
{
    private const string Property = "Endpoint";

    /// <summary>Whether options are handed over that set an endpoint, or cannot be seen.</summary>
    public static bool MayBeOther(ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument is { ArgumentKind: ArgumentKind.Explicit, Parameter.Type: { } type } && HasEndpoint(type) && !IsSeenWithout(argument.Value))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasEndpoint(ITypeSymbol type)
    {
        foreach (var member in type.GetMembers(Property))
        {
            if (member is IPropertySymbol { SetMethod: not null })
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSeenWithout(IOperation options)
    {
        options = Base64Text.WithoutConversion(options);
        if (options is not IObjectCreationOperation creation)
        {
            return options.ConstantValue is { HasValue: true, Value: null };
        }

        foreach (var initializer in creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            if (initializer is IAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: Property } })
            {
                return false;
            }
        }

        return true;
    }
}
