using TypedLlm.Endpoints;

namespace TypedLlm.Generator;

/// <summary>Prints an array of names.</summary>
internal static class NameList
{
    public static string Of<T>(EquatableArray<T> items, Func<T, string> nameOf)
        where T : IEquatable<T>
    {
        var names = new List<string>();
        foreach (var item in items)
        {
            names.Add(CSharpLiterals.Text(nameOf(item)));
        }

        return $"new string[] {{ {string.Join(", ", names)} }}";
    }
}
