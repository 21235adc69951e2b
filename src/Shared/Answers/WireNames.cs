using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using TypedLlm.Endpoints;

namespace TypedLlm.TypedAnswers;

/// <summary>Names of members on the wire, by the policies of System.Text.Json.</summary>
internal static class WireNames
{
    // LlmNaming.
    private const int CamelCase = 1;
    private const int SnakeCase = 2;
    private const int KebabCase = 3;

    /// <summary>The naming that a type asks for, as the number of its <c>LlmNaming</c>.</summary>
    public static int NamingOf(INamedTypeSymbol type) =>
        AttributeSyntaxes.Find(type, ShapeReader.Attribute) is { } attribute && JsonAttributes.Property(attribute, "Naming") is int naming ? naming : 0;

    public static string Write(string name, int naming) => naming switch
    {
        CamelCase => Camel(name),
        SnakeCase => Separated(name, '_'),
        KebabCase => Separated(name, '-'),
        _ => name,
    };

    private static string Camel(string name)
    {
        var characters = name.ToCharArray();
        for (var i = 0; i < characters.Length && char.IsUpper(characters[i]); i++)
        {
            // Of a run of capitals the last begins the next word.
            if (i > 0 && i + 1 < characters.Length && !char.IsUpper(characters[i + 1]))
            {
                break;
            }

            characters[i] = char.ToLowerInvariant(characters[i]);
        }

        return new string(characters);
    }

    private static string Separated(string name, char separator)
    {
        var text = new StringBuilder(name.Length + 4);
        var before = UnicodeCategory.OtherNotAssigned;
        for (var i = 0; i < name.Length; i++)
        {
            var category = char.GetUnicodeCategory(name[i]);
            var isFollowedByLower = i + 1 < name.Length && char.IsLower(name[i + 1]);
            if (category == UnicodeCategory.UppercaseLetter
                && (IsLowerOrDigit(before) || (before == UnicodeCategory.UppercaseLetter && isFollowedByLower)))
            {
                text.Append(separator);
            }

            text.Append(category == UnicodeCategory.UppercaseLetter ? char.ToLowerInvariant(name[i]) : name[i]);
            before = category;
        }

        return text.ToString();
    }

    private static bool IsLowerOrDigit(UnicodeCategory category) => category is UnicodeCategory.LowercaseLetter or UnicodeCategory.DecimalDigitNumber;
}
