using Microsoft.CodeAnalysis;
using TypedLlm.Catalog;
using TypedLlm.Endpoints;
using TypedLlm.TypedAnswers;

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
        var json = kind == ValueKind.Structured ? ReadJson(part, value.Type, names.Length == 1 ? parameter : null) : null;
        if (kind == ValueKind.Structured && json is null)
        {
            return;
        }

        var isUntrusted = AttributeSyntaxes.Find(parameter, "UntrustedAttribute") is not null;
        if (part.Format is { } format && FormatFault(format, kind, value.Type) is { } fault)
        {
            scope.Block(DiagnosticIds.UnsupportedFormat, Locate(part.Start + part.Text.Length + 2, format.Length), [format, fault], owner);
        }
        else if (json is not null)
        {
            _segments.AddJson(part.Text, value, json, isUntrusted);
        }
        else if (part.Format is null && EnumText.Find(value, scope) is { } name)
        {
            AddText(part, ValueKind.String, name, isUntrusted);
        }
        else
        {
            AddText(part, kind, value, isUntrusted);
        }
    }

    private void AddText(TemplatePart part, ValueKind kind, ValueExpression value, bool isUntrusted)
    {
        if (isUntrusted)
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

            scope.Warnings.AddMember(member);
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

    /// <summary>The shape of a value that is no text. What is wrong with a whole parameter is reported at its type, with a member inside the template.</summary>
    private AnswerShape? ReadJson(TemplatePart part, ITypeSymbol type, IParameterSymbol? parameter)
    {
        var reading = JsonParameters.Read(type, scope);
        if (reading.Shape is null)
        {
            var location = parameter is null
                ? Locate(part.Start + 1, part.Text.Length)
                : DeclarationSyntaxes.ParameterType(parameter, scope.CancellationToken);
            JsonParameters.Block(scope, reading, part.Text, location, parameter is null ? owner : scope.Method.ContainingType);
        }

        return reading.Shape;
    }

    private static string? FormatFault(string format, ValueKind kind, ITypeSymbol type)
    {
        if (kind == ValueKind.Structured)
        {
            return $"is of no use to '{TypeNames.Readable(TypeNames.Underlying(type))}', which is written as JSON; remove it, or name a member";
        }

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
