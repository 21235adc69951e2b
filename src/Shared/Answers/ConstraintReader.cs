using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using TypedLlm.Endpoints;
using TypedLlm.Json;

namespace TypedLlm.TypedAnswers;

/// <summary>Reads the DataAnnotations of a member. What they demand is checked after reading, and said in the schema where that is possible.</summary>
internal sealed class ConstraintReader(MemberShape member, AnswerPlace place, ShapeScope scope)
{
    private const string Annotations = "System.ComponentModel.DataAnnotations";

    private readonly TypeUse _use = member.Use;
    private readonly List<ValueConstraint> _found = [];

    public IReadOnlyCollection<ValueConstraint> Found => _found;

    /// <summary>Whether null is refused although the type allows it.</summary>
    public bool IsRequired { get; private set; }

    /// <summary>Reads the attributes of a property or field, or of the parameter that it is bound to.</summary>
    public void Read(ISymbol symbol)
    {
        var repeated = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        for (var current = symbol; current is not null; current = (current as IPropertySymbol)?.OverriddenProperty)
        {
            ReadOwn(current, repeated);
        }
    }

    /// <summary>Reports demands that no value can meet together; null meets all but that it be there.</summary>
    public void CheckConflict()
    {
        if (ConstraintConflicts.Find(_use.Kind, _found) is { } demand)
        {
            scope.Refuse(DiagnosticIds.ConflictingAnnotations, place, demand, _use.IsNullable && !IsRequired ? " but null" : "");
        }
    }

    /// <summary>As DataAnnotations has it, an override inherits what it does not repeat.</summary>
    private void ReadOwn(ISymbol symbol, HashSet<ISymbol> repeated)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && AnnotationReport.IsValidation(type) && repeated.Add(type) && ReadOne(attribute, type) is { } fault)
            {
                AnnotationReport.Warn(attribute, symbol, fault, place, scope);
            }
        }
    }

    /// <summary>Why the annotation cannot be checked; null if it can, or does not compile.</summary>
    private string? ReadOne(AttributeData attribute, INamedTypeSymbol type)
    {
        if (attribute.AttributeConstructor is null)
        {
            return null;
        }

        return TypeNames.Is(type, Annotations, type.Name) ? type.Name switch
        {
            "RangeAttribute" => ReadRange(attribute),
            "MinLengthAttribute" => ReadLength(attribute, JsonAttributes.Argument(attribute, 0), null),
            "MaxLengthAttribute" => ReadLength(attribute, null, JsonAttributes.Argument(attribute, 0)),
            "LengthAttribute" => ReadLength(attribute, JsonAttributes.Argument(attribute, 0), JsonAttributes.Argument(attribute, 1)),
            "StringLengthAttribute" => _use.Kind == TypeKind.String
                ? ReadLength(attribute, JsonAttributes.Property(attribute, "MinimumLength") ?? 0, JsonAttributes.Argument(attribute, 0))
                : "it is for text",
            "RegularExpressionAttribute" => ReadPattern(attribute),
            "AllowedValuesAttribute" => ReadAllowed(attribute),
            "RequiredAttribute" => ReadRequired(attribute),

            // Says how a value is shown, and accepts all.
            "DataTypeAttribute" => null,
            _ => "only Range, StringLength, MinLength, MaxLength, Length, RegularExpression, AllowedValues and Required are checked",
        }
        : "attributes of your own are not called";
    }

    private string? ReadRange(AttributeData attribute)
    {
        if (!ScalarKinds.IsNumber(_use.Kind))
        {
            return "it is for numbers";
        }

        var offset = attribute.ConstructorArguments.Length == 3 ? 1 : 0;
        if (!NumberLiterals.TryWrite(JsonAttributes.Argument(attribute, offset), out var minimum)
            || !NumberLiterals.TryWrite(JsonAttributes.Argument(attribute, offset + 1), out var maximum))
        {
            return "its bounds are no numbers";
        }

        // No bound is one that all values of the type keep: infinity, or what lies outside of it.
        var least = minimum is null ? -1 : NumberLiterals.Compare(minimum, _use.Kind);
        var most = maximum is null ? 1 : NumberLiterals.Compare(maximum, _use.Kind);
        if (least > 0 || most < 0)
        {
            return "no value of the type is in its range";
        }

        if (least == 0)
        {
            Add(attribute, JsonAttributes.Property(attribute, "MinimumIsExclusive") is true ? ConstraintKind.ExclusiveMinimum : ConstraintKind.Minimum, minimum!);
        }

        if (most == 0)
        {
            Add(attribute, JsonAttributes.Property(attribute, "MaximumIsExclusive") is true ? ConstraintKind.ExclusiveMaximum : ConstraintKind.Maximum, maximum!);
        }

        return null;
    }

    private string? ReadLength(AttributeData attribute, object? minimum, object? maximum)
    {
        if (_use.Kind is not (TypeKind.String or TypeKind.List or TypeKind.Dictionary))
        {
            return "it is for text and lists";
        }

        // [MaxLength] without a number means no limit.
        if (minimum is < 0 || maximum is < -1 || (minimum is not null && maximum is < 0))
        {
            return "a length is not below 0";
        }

        if (minimum is int least and > 0)
        {
            Add(attribute, ConstraintKind.MinLength, least.ToString(CultureInfo.InvariantCulture));
        }

        if (maximum is int most and >= 0)
        {
            Add(attribute, ConstraintKind.MaxLength, most.ToString(CultureInfo.InvariantCulture));
        }

        return null;
    }

    private string? ReadPattern(AttributeData attribute)
    {
        if (_use.Kind != TypeKind.String)
        {
            return "it is for text";
        }

        if (JsonAttributes.Text(attribute) is not { } pattern)
        {
            return "it has no pattern";
        }

        try
        {
            _ = new Regex(pattern);
        }
        catch (ArgumentException)
        {
            return "its pattern is no regular expression";
        }

        Add(attribute, ConstraintKind.Pattern, JsonEscapes.Literal(pattern));
        return null;
    }

    private string? ReadAllowed(AttributeData attribute)
    {
        if (attribute.ConstructorArguments.Length == 0 || attribute.ConstructorArguments[0] is not { Kind: TypedConstantKind.Array, IsNull: false } list)
        {
            return "it has no values";
        }

        var values = new List<string>();
        foreach (var item in list.Values)
        {
            if (item.IsNull && _use.IsNullable)
            {
                continue;
            }

            if (Value(item) is not { } value)
            {
                return "one of its values is none of the type";
            }

            values.Add(value);
        }

        if (values.Count == 0)
        {
            return "it has no values";
        }

        Add(attribute, ConstraintKind.Allowed, [.. values]);
        return null;
    }

    /// <summary>A value as a literal, of an enum its member as C# code; null if the member cannot have it.</summary>
    private string? Value(TypedConstant item)
    {
        if (item.Kind == TypedConstantKind.Array || item.IsNull)
        {
            return null;
        }

        return (_use.Kind, item.Value) switch
        {
            (TypeKind.Named, { } value) when item.Kind == TypedConstantKind.Enum && item.Type is INamedTypeSymbol type && ShapeScope.Identity(type) == _use.Name =>
                EnumName(type, value),
            (TypeKind.String, string text) => JsonEscapes.Literal(text),
            (TypeKind.Char, char character) => JsonEscapes.Literal(character.ToString()),
            (TypeKind.Boolean, bool flag) => flag ? "true" : "false",
            (_, sbyte or byte or short or ushort or int or uint or long or ulong) when ScalarKinds.IsNumber(_use.Kind) => Number(item.Value),
            (TypeKind.Single or TypeKind.Double or TypeKind.Decimal, float or double) => Number(item.Value),
            _ => null,
        };
    }

    private string? Number(object value) =>
        NumberLiterals.TryWrite(value, out var literal) && literal is not null && NumberLiterals.Compare(literal, _use.Kind) == 0 ? literal : null;

    private string? EnumName(INamedTypeSymbol type, object value)
    {
        foreach (var candidate in type.GetMembers())
        {
            if (candidate is IFieldSymbol { HasConstantValue: true } field && Equals(field.ConstantValue, value) && !ObsoleteErrors.Is(field))
            {
                scope.Warnings.AddMember(field);
                return $"{ShapeScope.Identity(type)}.{TypeNames.Identifier(field.Name)}";
            }
        }

        return null;
    }

    private string? ReadRequired(AttributeData attribute)
    {
        IsRequired = true;
        if (_use.Kind == TypeKind.String && JsonAttributes.Property(attribute, "AllowEmptyStrings") is not true)
        {
            Add(attribute, ConstraintKind.NotBlank);
        }

        return null;
    }

    private void Add(AttributeData attribute, ConstraintKind kind, params string[] arguments) =>
        _found.Add(new ValueConstraint(kind, new EquatableArray<string>(arguments)) { Message = AnnotationMessage.Read(attribute, member.WireName) });
}
