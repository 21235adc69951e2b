using System.Globalization;
using System.Text;

namespace TypedLlm.Tool.Catalogs;

/// <summary>
/// Gives each name of a catalog file an identifier, as LlmModels does: <c>gpt-5.4-mini</c> is Gpt54Mini. Names that would be the same identifier get
/// longer ones, all of them, so that none depends on the order of the file.
/// </summary>
internal static class ConstantNames
{
    private const string Prefix = "Model";

    // Constants of these names would hide what every class has.
    private static readonly string[] Inherited = ["Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString"];

    private static readonly string[] Keywords =
    [
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal", "default", "delegate", "do",
        "double", "else", "enum", "event", "explicit", "extern", "false", "file", "finally", "fixed", "float", "for", "foreach", "goto", "if", "implicit", "in", "int",
        "interface", "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out", "override", "params", "private", "protected", "public",
        "readonly", "record", "ref", "required", "return", "sbyte", "scoped", "sealed", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this",
        "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "var", "virtual", "void", "volatile", "while",
    ];

    /// <param name="names">Different names.</param>
    /// <param name="className">The class that the constants stand in.</param>
    public static IReadOnlyDictionary<string, string> Of(IEnumerable<string> names, string className)
    {
        var identifiers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in names.GroupBy(Short, StringComparer.Ordinal))
        {
            var isTaken = group.Key == className || Inherited.Contains(group.Key) || group.Skip(1).Any();
            foreach (var name in group)
            {
                identifiers.Add(name, isTaken ? Long(name) : group.Key);
            }
        }

        return identifiers;
    }

    /// <summary>Whether a text can be written as the name of a class.</summary>
    public static bool IsIdentifier(string text) =>
        text.Length > 0 && !char.IsAsciiDigit(text[0]) && text.All(IsKept) && !Keywords.Contains(text, StringComparer.Ordinal);

    /// <summary>The letters and digits, with a capital where a part begins.</summary>
    private static string Short(string name)
    {
        var identifier = new StringBuilder(name.Length);
        var startsPart = true;
        foreach (var character in name)
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                identifier.Append(startsPart ? char.ToUpperInvariant(character) : character);
            }

            // A version such as 5.4 is one part.
            startsPart = !char.IsAsciiLetterOrDigit(character) && (startsPart || character != '.');
        }

        return identifier.Length > 0 && char.IsAsciiLetter(identifier[0]) ? identifier.ToString() : Prefix + identifier;
    }

    /// <summary>All characters, other ones by their number: no two names have the same, and none is a short one, which has no underscore.</summary>
    private static string Long(string name)
    {
        var identifier = new StringBuilder(Prefix).Append('_');
        foreach (var character in name)
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                identifier.Append(character);
            }
            else
            {
                identifier.Append(CultureInfo.InvariantCulture, $"_{(int)character:x4}");
            }
        }

        return identifier.ToString();
    }

    private static bool IsKept(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';
}
