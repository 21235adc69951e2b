using System.Collections.Immutable;
using TypedLlm.Endpoints;

namespace TypedLlm.Generator;

/// <summary>Names of generated files. The compiler takes no two that differ in their case only, while the names of interfaces may.</summary>
internal static class HintNames
{
    public const string Registration = "TypedLlm.Endpoints.g.cs";

    /// <summary>The endpoints that equal an earlier one but for case, in one order, whatever the order of the files is.</summary>
    public static EquatableArray<ClientName> Repeated(ImmutableArray<ClientName> clients)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { Registration };
        var repeated = new List<ClientName>();
        foreach (var client in clients.Sort(Compare))
        {
            if (!seen.Add(FileName(client)))
            {
                repeated.Add(client);
            }
        }

        return EquatableArray<ClientName>.From(repeated);
    }

    /// <summary><c>Shop.IDesk.g.cs</c>, with a number if the name is repeated.</summary>
    public static string Of(ClientName client, EquatableArray<ClientName> repeated)
    {
        for (var i = 0; i < repeated.Count; i++)
        {
            if (repeated[i] == client)
            {
                return $"{client.FullName}.{CSharpLiterals.Number(i + 2)}.g.cs";
            }
        }

        return FileName(client);
    }

    private static string FileName(ClientName client) => $"{client.FullName}.g.cs";

    private static int Compare(ClientName left, ClientName right) => string.CompareOrdinal(left.FullName, right.FullName) is not 0 and var order
        ? order
        : string.CompareOrdinal(left.Namespace, right.Namespace);
}
