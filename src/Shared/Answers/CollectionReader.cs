using Microsoft.CodeAnalysis;
using TypedLlm.Endpoints;
using SymbolKinds = Microsoft.CodeAnalysis.TypeKind;

namespace TypedLlm.TypedAnswers;

/// <summary>Recognises lists and dictionaries, and how they are made.</summary>
internal static class CollectionReader
{
    private const string Generic = "System.Collections.Generic";
    private const string Immutable = "System.Collections.Immutable";

    private static readonly Dictionary<string, CollectionKind> Known = new(StringComparer.Ordinal)
    {
        [$"{Generic}.IEnumerable`1"] = CollectionKind.List,
        [$"{Generic}.ICollection`1"] = CollectionKind.List,
        [$"{Generic}.IList`1"] = CollectionKind.List,
        [$"{Generic}.IReadOnlyCollection`1"] = CollectionKind.List,
        [$"{Generic}.IReadOnlyList`1"] = CollectionKind.List,
        [$"{Generic}.List`1"] = CollectionKind.List,
        [$"{Generic}.ISet`1"] = CollectionKind.HashSet,
        [$"{Generic}.IReadOnlySet`1"] = CollectionKind.HashSet,
        [$"{Generic}.HashSet`1"] = CollectionKind.HashSet,
        [$"{Immutable}.ImmutableArray`1"] = CollectionKind.ImmutableArray,
        [$"{Immutable}.ImmutableList`1"] = CollectionKind.ImmutableList,
        [$"{Immutable}.IImmutableList`1"] = CollectionKind.ImmutableList,
        [$"{Immutable}.ImmutableHashSet`1"] = CollectionKind.ImmutableHashSet,
        [$"{Immutable}.IImmutableSet`1"] = CollectionKind.ImmutableHashSet,
        [$"{Immutable}.ImmutableSortedSet`1"] = CollectionKind.ImmutableSortedSet,
        [$"{Immutable}.ImmutableQueue`1"] = CollectionKind.ImmutableQueue,
        [$"{Immutable}.IImmutableQueue`1"] = CollectionKind.ImmutableQueue,
        [$"{Immutable}.ImmutableStack`1"] = CollectionKind.ImmutableStack,
        [$"{Immutable}.IImmutableStack`1"] = CollectionKind.ImmutableStack,
        [$"{Generic}.Queue`1"] = CollectionKind.Queue,
        [$"{Generic}.Stack`1"] = CollectionKind.Stack,
        [$"{Generic}.IDictionary`2"] = CollectionKind.Dictionary,
        [$"{Generic}.IReadOnlyDictionary`2"] = CollectionKind.Dictionary,
        [$"{Generic}.Dictionary`2"] = CollectionKind.Dictionary,
        [$"{Immutable}.ImmutableDictionary`2"] = CollectionKind.ImmutableDictionary,
        [$"{Immutable}.IImmutableDictionary`2"] = CollectionKind.ImmutableDictionary,
        [$"{Immutable}.ImmutableSortedDictionary`2"] = CollectionKind.ImmutableSortedDictionary,
    };

    /// <summary>The collection that a type is; null if it is none, or one that nothing can be added to.</summary>
    public static CollectionType? Read(ITypeSymbol type) => ReadKnown(type)
        ?? (type is INamedTypeSymbol { TypeKind: SymbolKinds.Class, IsAbstract: false } named && Parameterless(named) is not null ? Addable(named) : null);

    /// <summary>The collection that a type is whose values are only written; null if it is none, or of no one type.</summary>
    public static CollectionType? ReadWritten(ITypeSymbol type)
    {
        var known = ReadKnown(type);
        if (known is not null || type is not INamedTypeSymbol named)
        {
            return known;
        }

        if ((Single(named, "IReadOnlyDictionary", 2) ?? Single(named, "IDictionary", 2)) is { } dictionary)
        {
            return new CollectionType(CollectionKind.Enumerable, dictionary.TypeArguments[1], dictionary.TypeArguments[0]) { Interface = dictionary };
        }

        return Single(named, "IEnumerable", 1) is { } items ? new CollectionType(CollectionKind.Enumerable, items.TypeArguments[0], Key: null) { Interface = items } : null;
    }

    /// <summary>Whether System.Text.Json takes the type for a list, so that its members are no members on the wire.</summary>
    public static bool IsEnumerable(ITypeSymbol type)
    {
        if (type.SpecialType == SpecialType.System_Collections_IEnumerable)
        {
            return true;
        }

        foreach (var implemented in type.AllInterfaces)
        {
            if (implemented.SpecialType == SpecialType.System_Collections_IEnumerable)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Why generated code cannot make a collection of a class of its own; null if it can.</summary>
    public static Refusal? Fault(INamedTypeSymbol type, IAssemblySymbol assembly)
    {
        if (TypeAccess.Fault(type, assembly) is { } fault)
        {
            return fault;
        }

        var constructor = Parameterless(type)!;
        if (ObsoleteErrors.Is(constructor))
        {
            return new Refusal("has a constructor that is obsolete, and its use an error", "use List<T>");
        }

        return HasRequired(type) && !ConstructorReader.SetsRequiredMembers(constructor)
            ? new Refusal("is a collection with a required member, which no list in JSON has", "take required away")
            : null;
    }

    /// <summary>What generated code calls to make a collection of a class of its own.</summary>
    public static IEnumerable<IMethodSymbol> Calls(INamedTypeSymbol type, CollectionType collection) =>
        [Parameterless(type)!, (collection.Key is { } key ? FindAdd(type, key, collection.Element) : FindAdd(type, collection.Element))!];

    private static CollectionType? ReadKnown(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
        {
            return array.IsSZArray ? new CollectionType(CollectionKind.Array, array.ElementType, Key: null) : null;
        }

        if (type is not INamedTypeSymbol { Arity: 1 or 2, ContainingType: null } named
            || !Known.TryGetValue($"{named.ContainingNamespace?.ToDisplayString()}.{named.MetadataName}", out var kind))
        {
            return null;
        }

        return named.Arity == 1
            ? new CollectionType(kind, named.TypeArguments[0], Key: null)
            : new CollectionType(kind, named.TypeArguments[1], named.TypeArguments[0]);
    }

    private static CollectionType? Addable(INamedTypeSymbol type)
    {
        if (Single(type, "IDictionary", 2) is { } dictionary)
        {
            var (key, value) = (dictionary.TypeArguments[0], dictionary.TypeArguments[1]);
            return FindAdd(type, key, value) is not null ? new CollectionType(CollectionKind.Addable, value, key) : null;
        }

        return Single(type, "ICollection", 1) is { } collection && FindAdd(type, collection.TypeArguments[0]) is not null
            ? new CollectionType(IsPlainList(type) ? CollectionKind.Addable : CollectionKind.AddableSet, collection.TypeArguments[0], Key: null)
            : null;
    }

    /// <summary>Whether what is added is not compared with what is there, as far as the framework's code goes.</summary>
    private static bool IsPlainList(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (TypeNames.Is(current, "System.Collections.ObjectModel", "KeyedCollection", 2))
            {
                return false;
            }

            if (TypeNames.Is(current, Generic, "List", 1) || TypeNames.Is(current, "System.Collections.ObjectModel", "Collection", 1))
            {
                return Single(type, "ISet", 1) is null;
            }
        }

        return false;
    }

    private static INamedTypeSymbol? Single(INamedTypeSymbol type, string name, int arity)
    {
        INamedTypeSymbol? found = null;
        foreach (var implemented in type.AllInterfaces)
        {
            if (TypeNames.Is(implemented, Generic, name, arity))
            {
                if (found is not null)
                {
                    return null;
                }

                found = implemented;
            }
        }

        return found;
    }

    private static IMethodSymbol? Parameterless(INamedTypeSymbol type)
    {
        foreach (var constructor in type.InstanceConstructors)
        {
            if (constructor is { DeclaredAccessibility: Accessibility.Public, Parameters.Length: 0 })
            {
                return constructor;
            }
        }

        return null;
    }

    private static bool HasRequired(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                if (ObjectMembers.IsRequired(member))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static IMethodSymbol? FindAdd(INamedTypeSymbol type, params ITypeSymbol[] parameters)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers("Add"))
            {
                if (member is IMethodSymbol { IsStatic: false, Arity: 0, DeclaredAccessibility: Accessibility.Public } method && Takes(method, parameters) && !ObsoleteErrors.Is(method))
                {
                    return method;
                }
            }
        }

        return null;
    }

    private static bool Takes(IMethodSymbol method, ITypeSymbol[] parameters)
    {
        if (method.Parameters.Length != parameters.Length)
        {
            return false;
        }

        for (var i = 0; i < parameters.Length; i++)
        {
            if (!SymbolEqualityComparer.Default.Equals(method.Parameters[i].Type, parameters[i]))
            {
                return false;
            }
        }

        return true;
    }
}
