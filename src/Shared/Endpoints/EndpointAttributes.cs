using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedLlm.Endpoints;

/// <summary>Recognises the attributes that mean something on a method of an endpoint.</summary>
internal static class EndpointAttributes
{
    private const string Suffix = "Attribute";

    /// <summary>The first attribute of the package on a symbol of the source, whichever it is.</summary>
    public static AttributeData? FindAny(ISymbol symbol, CancellationToken cancellationToken)
    {
        if (!AttributeSyntaxes.AreWritten(symbol, cancellationToken))
        {
            return null;
        }

        foreach (var attribute in symbol.GetAttributes())
        {
            if (IsOurs(attribute))
            {
                return attribute;
            }
        }

        return null;
    }

    public static bool IsOurs(AttributeData attribute) =>
        attribute.AttributeClass is { Name: EndpointReader.Attribute or "PromptAttribute" or "PromptFileAttribute" or "SystemPromptAttribute" or "SystemPromptFileAttribute" } type
        && TypeNames.Is(type, "TypedLlm", type.Name);

    /// <summary>The name as it is written in brackets.</summary>
    public static string ShortName(AttributeData attribute)
    {
        var name = attribute.AttributeClass!.Name;
        return name.Substring(0, name.Length - Suffix.Length);
    }

    public static Location? NameLocation(AttributeData attribute, CancellationToken cancellationToken) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is AttributeSyntax syntax ? syntax.Name.GetLocation() : null;
}
