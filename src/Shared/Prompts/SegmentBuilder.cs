using System.Text;
using Microsoft.CodeAnalysis;
using TypedLlm.Endpoints;

namespace TypedLlm.Prompts;

/// <summary>Puts the segments of one message together; neighbouring literals become one.</summary>
internal sealed class SegmentBuilder
{
    private readonly List<PromptSegment> _segments = [];
    private readonly StringBuilder _literal = new();

    public void AddLiteral(string text) => _literal.Append(text);

    public void AddValue(ValueKind kind, ValueExpression value, string? format)
    {
        FlushLiteral();
        var isNullable = value.MayBeNull || value.IsPropagating;
        _segments.Add(kind == ValueKind.Formattable
            ? new PromptSegment(PromptSegmentKind.Value, value.Code) { Format = format, NeedsNullTest = isNullable }
            : new PromptSegment(PromptSegmentKind.Text, value.Code) { NeedsNullTest = isNullable && kind == ValueKind.Primitive });
    }

    /// <summary>Adds a value between delimiters that it cannot close.</summary>
    /// <param name="label">The placeholder, names and dots only.</param>
    /// <param name="kind">The kind of the value.</param>
    /// <param name="value">The value.</param>
    /// <param name="format">Its format.</param>
    public void AddUntrusted(string label, ValueKind kind, ValueExpression value, string? format)
    {
        AddLiteral($"<untrusted name=\"{label}\">\n");
        if (kind == ValueKind.Primitive)
        {
            AddValue(kind, value, format);
        }
        else
        {
            FlushLiteral();
            _segments.Add(new PromptSegment(PromptSegmentKind.Untrusted, kind == ValueKind.String ? value.Code : Formatted(value.Code, format)));
        }

        AddLiteral("\n</untrusted>");
    }

    public EquatableArray<PromptSegment> ToEquatableArray()
    {
        FlushLiteral();
        return EquatableArray<PromptSegment>.From(_segments);
    }

    private static string Formatted(string code, string? format) =>
        $"((global::System.IFormattable?)({code}))?.ToString({(format is null ? "null" : CSharpLiterals.Text(format))}, global::System.Globalization.CultureInfo.InvariantCulture)";

    private void FlushLiteral()
    {
        if (_literal.Length > 0)
        {
            _segments.Add(new PromptSegment(PromptSegmentKind.Literal, _literal.ToString()));
            _literal.Clear();
        }
    }
}
