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
                return Of(client.FullName, i + 1);
            }
        }

        return FileName(client);
    }

    /// <summary>The name of a file.</summary>
    /// <param name="name">What it is about.</param>
    /// <param name="repetition">Which of the repeated names it has, from one on; zero if it is not repeated.</param>
    public static string Of(string name, int repetition) => repetition == 0 ? $"{name}.g.cs" : $"{name}.{CSharpLiterals.Number(repetition + 1)}.g.cs";

    private static string FileName(ClientName client) => Of(client.FullName, repetition: 0);

    private static int Compare(ClientName left, ClientName right) => string.CompareOrdinal(left.FullName, right.FullName) is not 0 and var order
        ? order
        : string.CompareOrdinal(left.Namespace, right.Namespace);
}
