using System.Text.RegularExpressions;

namespace TypedLlm.Tool.Rendering;

/// <summary>Types as people write them: without namespaces and outer types.</summary>
internal static partial class TypeText
{
    public static string Short(string type) => Qualifiers().Replace(type, "");

    [GeneratedRegex(@"\w+\.")]
    private static partial Regex Qualifiers();
}
