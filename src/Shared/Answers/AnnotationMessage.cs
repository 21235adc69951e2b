using System.Globalization;
using Microsoft.CodeAnalysis;

namespace TypedLlm.TypedAnswers;

/// <summary>The message of an annotation with its placeholders filled, as DataAnnotations fills them: the name, and what the attribute was given.</summary>
internal static class AnnotationMessage
{
    /// <returns>Null if it has none, or one that cannot be filled.</returns>
    public static string? Read(AttributeData attribute, string member)
    {
        if (JsonAttributes.Property(attribute, "ErrorMessage") is not string message)
        {
            return null;
        }

        var values = new List<object?> { member };
        foreach (var argument in attribute.ConstructorArguments)
        {
            if (argument.Kind == TypedConstantKind.Primitive)
            {
                values.Add(argument.Value);
            }
        }

        if (attribute.AttributeClass?.Name == "StringLengthAttribute")
        {
            values.Add(JsonAttributes.Property(attribute, "MinimumLength") ?? 0);
        }

        try
        {
            return string.Format(CultureInfo.InvariantCulture, message, values.ToArray());
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
