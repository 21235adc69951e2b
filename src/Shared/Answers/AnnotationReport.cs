using Microsoft.CodeAnalysis;
using TypedLlm.Endpoints;

namespace TypedLlm.TypedAnswers;

/// <summary>Reports annotations that an answer is read without.</summary>
internal static class AnnotationReport
{
    private const string Annotations = "System.ComponentModel.DataAnnotations";
    private const string Check = "check the value in a static method with [Validate]";

    /// <summary>Whether an attribute is one that validates values.</summary>
    public static bool IsValidation(INamedTypeSymbol attribute)
    {
        for (var current = attribute.BaseType; current is not null; current = current.BaseType)
        {
            if (TypeNames.Is(current, Annotations, "ValidationAttribute"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reports those of a type, which are for the whole value.</summary>
    /// <param name="type">The type.</param>
    /// <param name="isChecked">Whether the type has a check of its own, which may call them.</param>
    /// <param name="place">Where the type is.</param>
    /// <param name="scope">What takes the findings.</param>
    public static void OfType(INamedTypeSymbol type, bool isChecked, AnswerPlace place, ShapeScope scope)
    {
        OfJson(type, place, scope);
        if (isChecked)
        {
            return;
        }

        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var attribute in current.GetAttributes())
            {
                if (attribute.AttributeClass is { } validation && IsValidation(validation))
                {
                    Warn(attribute, current, $"attributes of types are not called; {Check}", place, scope);
                }
            }
        }

        foreach (var implemented in type.AllInterfaces)
        {
            if (TypeNames.Is(implemented, Annotations, "IValidatableObject"))
            {
                scope.Warn(DiagnosticIds.AnnotationWithoutEffect, place, "IValidatableObject", $"it is not called; {Check}");
            }
        }
    }

    /// <summary>Reports those of System.Text.Json that change how a type or member is read.</summary>
    public static void OfJson(ISymbol symbol, AnswerPlace place, ShapeScope scope)
    {
        // Of both, 0 is what is done here.
        if (JsonAttributes.Find(symbol, "JsonNumberHandlingAttribute") is { } numbers && JsonAttributes.Argument(numbers, 0) is int and not 0)
        {
            Warn(numbers, symbol, "numbers are read as numbers only, as the schema has them; use string for text", place, scope);
        }

        if (JsonAttributes.Find(symbol, "JsonObjectCreationHandlingAttribute") is { } creation && JsonAttributes.Argument(creation, 0) is int and not 0)
        {
            Warn(creation, symbol, "members are set, and nothing is added to what they hold; give them init or a setter", place, scope);
        }
    }

    public static void Warn(AttributeData attribute, ISymbol holder, string reason, AnswerPlace place, ShapeScope scope)
    {
        var name = attribute.AttributeClass!.Name;
        name = name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;
        scope.Warn(DiagnosticIds.AnnotationWithoutEffect, place.At(attribute, holder, scope.Assembly, scope.CancellationToken), $"[{name}]", reason);
    }
}
