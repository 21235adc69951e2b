using System.Collections.Immutable;
using TypedLlm.Endpoints;

namespace TypedLlm.Generator;

/// <summary>Names of generated files. The compiler takes no two that differ in their case only, while the names of interfaces may.</summary>
internal static class HintNames
{
    /// <summary>The endpoints that equal an earlier one but for case, in one order, whatever the order of the files is.</summary>
    public static EquatableArray<string> Repeated(ImmutableArray<string> endpoints)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var repeated = new List<string>();
        foreach (var endpoint in endpoints.Sort(StringComparer.Ordinal))
        {
            if (!seen.Add(endpoint))
            {
                repeated.Add(endpoint);
            }
        }

        return EquatableArray<string>.From(repeated);
    }

    /// <summary><c>Shop.IDesk.g.cs</c>, with a number if the name is repeated.</summary>
    public static string Of(string endpoint, EquatableArray<string> repeated)
    {
        for (var i = 0; i < repeated.Count; i++)
        {
            if (repeated[i] == endpoint)
            {
                return $"{endpoint}.{CSharpLiterals.Number(i + 2)}.g.cs";
            }
        }

        return $"{endpoint}.g.cs";
    }
}
