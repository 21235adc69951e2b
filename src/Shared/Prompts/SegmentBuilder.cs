using System.Text;
using TypedLlm.TypedAnswers;

namespace TypedLlm.Prompts;

/// <summary>Puts the segments of one message together; neighbouring literals become one.</summary>
internal sealed class SegmentBuilder
{
    private readonly List<PromptSegment> _segments = [];
    private readonly StringBuilder _literal = new();

    public void AddLiteral(string text) => _literal.Append(text);

    /// <summary>Adds a value as it is.</summary>
    /// <param name="placeholder">The placeholder, names and dots only.</param>
    /// <param name="kind">The kind of the value.</param>
    /// <param name="value">The value.</param>
    /// <param name="format">Its format.</param>
    public void AddValue(string placeholder, ValueKind kind, ValueExpression value, string? format)
    {
        FlushLiteral();
        var isNullable = value.MayBeNull || value.IsPropagating;
        _segments.Add(kind == ValueKind.Formattable
            ? new PromptSegment(PromptSegmentKind.Value, value.Code) { Placeholder = placeholder, Format = format, NeedsNullTest = isNullable }
            : new PromptSegment(PromptSegmentKind.Text, value.Code) { Placeholder = placeholder, NeedsNullTest = isNullable && kind == ValueKind.Primitive });
    }

    /// <summary>Adds a value between delimiters that it cannot close.</summary>
    /// <param name="placeholder">The placeholder, names and dots only; it is the label as well.</param>
    /// <param name="kind">The kind of the value.</param>
    /// <param name="value">The value.</param>
    /// <param name="format">Its format.</param>
    public void AddUntrusted(string placeholder, ValueKind kind, ValueExpression value, string? format)
    {
        OpenUntrusted(placeholder);
        if (kind == ValueKind.Primitive)
        {
            AddValue(placeholder, kind, value, format);
        }
        else
        {
            FlushLiteral();
            _segments.Add(new PromptSegment(kind == ValueKind.String ? PromptSegmentKind.Untrusted : PromptSegmentKind.UntrustedValue, value.Code)
            {
                Placeholder = placeholder,
                Format = format,
            });
        }

        CloseUntrusted();
    }

    /// <summary>Adds a value as JSON.</summary>
    /// <param name="placeholder">The placeholder, names and dots only.</param>
    /// <param name="value">The value.</param>
    /// <param name="json">Its shape.</param>
    /// <param name="isUntrusted">Whether it stands between delimiters that nothing in it can close.</param>
    public void AddJson(string placeholder, ValueExpression value, AnswerShape json, bool isUntrusted)
    {
        if (isUntrusted)
        {
            OpenUntrusted(placeholder);
        }

        FlushLiteral();
        _segments.Add(new PromptSegment(isUntrusted ? PromptSegmentKind.UntrustedJson : PromptSegmentKind.Json, value.Code)
        {
            Placeholder = placeholder,
            Json = json,
            NeedsNullTest = value.MayBeNull || value.IsPropagating,
        });
        if (isUntrusted)
        {
            CloseUntrusted();
        }
    }

    public EquatableArray<PromptSegment> ToEquatableArray()
    {
        FlushLiteral();
        return EquatableArray<PromptSegment>.From(_segments);
    }

    private void OpenUntrusted(string placeholder) => AddLiteral($"<untrusted name=\"{placeholder}\">\n");

    private void CloseUntrusted() => AddLiteral("\n</untrusted>");

    private void FlushLiteral()
    {
        if (_literal.Length > 0)
        {
            _segments.Add(new PromptSegment(PromptSegmentKind.Literal, _literal.ToString()));
            _literal.Clear();
        }
    }
}
