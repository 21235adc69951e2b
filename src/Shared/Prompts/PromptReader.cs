using Microsoft.CodeAnalysis;
using TypedLlm.Catalog;
using TypedLlm.Endpoints;

namespace TypedLlm.Prompts;

/// <summary>Reads one template of a method: each placeholder becomes an expression over the method's parameters.</summary>
/// <param name="scope">The method.</param>
/// <param name="template">The template.</param>
/// <param name="owner">The interface that its attribute was written in.</param>
internal sealed class PromptReader(MethodScope scope, PromptTemplate template, INamedTypeSymbol owner)
{
    private readonly SegmentBuilder _segments = new();

    public EquatableArray<PromptSegment> Read()
    {
        foreach (var part in TemplateParser.Parse(template.Text))
        {
            switch (part.Kind)
            {
                case TemplatePartKind.Literal:
                    _segments.AddLiteral(part.Text);
                    break;
                case TemplatePartKind.Placeholder:
                    AddPlaceholder(part);
                    break;
                default:
                    scope.Block(DiagnosticIds.MalformedTemplate, Locate(part.Start, part.Length), [part.Text, scope.Method.Name], owner);
                    break;
            }
        }

        return _segments.ToEquatableArray();
    }

    private void AddPlaceholder(TemplatePart part)
    {
        var names = part.Text.Split('.');
        if (FindParameter(names[0]) is not { } parameter)
        {
            ReportUnknownParameter(names[0], part.Start + 1);
            return;
        }

        scope.InPrompt.Add(parameter.Name);
        if (ReadPath(names, ValueExpression.Of(parameter), part.Start + 1) is not { } value)
        {
            return;
        }

        var kind = ValueKindReader.Read(value.Type);
        if (kind == ValueKind.Structured)
        {
            ReportStructured(part, value.Type, names.Length == 1 ? parameter : null);
        }
        else if (part.Format is { } format && FormatFault(format, kind, value.Type) is { } fault)
        {
            scope.Block(DiagnosticIds.UnsupportedFormat, Locate(part.Start + part.Text.Length + 2, format.Length), [format, fault], owner);
        }
        else if (AttributeSyntaxes.Find(parameter, "UntrustedAttribute") is not null)
        {
            _segments.AddUntrusted(part.Text, kind, value, part.Format);
        }
        else
        {
            _segments.AddValue(part.Text, kind, value, part.Format);
        }
    }

    private ValueExpression? ReadPath(string[] names, ValueExpression value, int start)
    {
        for (var i = 1; i < names.Length; i++)
        {
            start += names[i - 1].Length + 1;
            var type = TypeNames.Underlying(value.Type);
            if (PublicMembers.Find(type, names[i]) is not { } member)
            {
                ReportUnknownMember(type, names[i], start);
                return null;
            }

            value = value.Member(member, PublicMembers.TypeOf(member));
        }

        return value;
    }

    private IParameterSymbol? FindParameter(string name)
    {
        foreach (var parameter in scope.Method.Parameters)
        {
            if (parameter.Name == name && ParameterReader.Role(parameter.Type) == ParameterRole.Value)
            {
                return parameter;
            }
        }

        return null;
    }

    private void ReportUnknownParameter(string name, int start)
    {
        var candidates = new List<string>();
        foreach (var parameter in scope.Method.Parameters)
        {
            if (ParameterReader.Role(parameter.Type) == ParameterRole.Value)
            {
                candidates.Add(parameter.Name);
            }
        }

        var nearest = NearestName.Find(name, candidates);
        scope.Block(DiagnosticIds.UnknownPlaceholder, Locate(start, name.Length), [name, scope.Method.Name, Hint(nearest)], owner, nearest);
    }

    private void ReportUnknownMember(ITypeSymbol type, string name, int start)
    {
        if (TypeNames.IsMissing(type))
        {
            scope.BlockSilently(DiagnosticIds.UnknownPlaceholderMember);
            return;
        }

        var nearest = NearestName.Find(name, PublicMembers.Names(type));
        scope.Block(DiagnosticIds.UnknownPlaceholderMember, Locate(start, name.Length), [name, TypeNames.Readable(type), Hint(nearest)], owner, nearest);
    }

    /// <summary>A whole parameter is reported at its type, a member inside the template.</summary>
    private void ReportStructured(TemplatePart part, ITypeSymbol type, IParameterSymbol? parameter)
    {
        if (parameter is not null)
        {
            ParameterReader.BlockStructured(scope, parameter);
        }
        else if (TypeNames.IsMissing(type))
        {
            scope.BlockSilently(DiagnosticIds.UnsupportedParameterType);
        }
        else
        {
            scope.Block(DiagnosticIds.UnsupportedParameterType, Locate(part.Start + 1, part.Text.Length), [part.Text, ParameterReader.JsonReason(type)], owner);
        }
    }

    private static string? FormatFault(string format, ValueKind kind, ITypeSymbol type)
    {
        if (kind != ValueKind.Formattable)
        {
            return $"is of no use to '{TypeNames.Readable(TypeNames.Underlying(type))}', which takes none; remove it";
        }

        var formats = FormatKindReader.Read(type);
        return FormatRules.Refuses(formats, format)
            ? $"is refused by '{TypeNames.Readable(TypeNames.Underlying(type))}'; it takes {FormatRules.TakenBy(formats)}"
            : null;
    }

    private static string Hint(string? nearest) => nearest is null ? "" : $"; did you mean '{nearest}'?";

    private Location? Locate(int start, int length) => template.Locate(start, length);
}
