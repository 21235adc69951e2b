using Microsoft.CodeAnalysis;
using TypedLlm.Endpoints;

namespace TypedLlm.TypedAnswers;

/// <summary>Says whether a sorted collection can compare what it holds, which it would do when the first two are added.</summary>
internal static class SortedCollections
{
    private const string Generic = "System.Collections.Generic";

    /// <summary>Why a collection could not be filled; null if it can, or is not sorted. One that is derived may bring a comparer.</summary>
    public static Refusal? Fault(ITypeSymbol type, CollectionType collection)
    {
        var isSorted = collection.Kind is CollectionKind.ImmutableSortedSet or CollectionKind.ImmutableSortedDictionary
            || TypeNames.Is(type, Generic, "SortedSet", 1)
            || TypeNames.Is(type, Generic, "SortedDictionary", 2)
            || TypeNames.Is(type, Generic, "SortedList", 2);
        var compared = TypeNames.Underlying(collection.Key ?? collection.Element);
        if (!isSorted || IsComparable(compared) || TypeNames.IsMissing(compared))
        {
            return null;
        }

        var name = TypeNames.Readable(compared);
        var other = collection.Key is null ? "a list" : "a dictionary that is not sorted";
        return new Refusal($"is a '{name}', which a sorted collection cannot compare", $"implement IComparable<{name}>, or use {other}");
    }

    private static bool IsComparable(ITypeSymbol type)
    {
        if (IsComparison(type))
        {
            return true;
        }

        foreach (var implemented in type.AllInterfaces)
        {
            if (IsComparison(implemented))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsComparison(ITypeSymbol type) => TypeNames.Is(type, "System", "IComparable") || TypeNames.Is(type, "System", "IComparable", 1);
}
