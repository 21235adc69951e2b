using Microsoft.CodeAnalysis.Text;
using TypedLlm.Catalog;

namespace TypedLlm.CodeFixes;

/// <summary>Adds to the objects and arrays of a JSON text in the way that it is written: its line breaks, its indentation, its lines or its one line.</summary>
internal sealed class JsonInsertion(string text, JsonValue root)
{
    private const string DefaultIndentation = "  ";

    private readonly string _newLine = NewLineOf(text);
    private readonly string _unit = UnitOf(text, root);

    // What is empty has no way of its own, so that the usual one is taken: a line for each member.
    private readonly bool _hasLines = StartsOf(root).Count == 0 || IsOnLineOfItsOwn(text, root.Position.Offset, StartsOf(root)[0]);

    /// <summary>Adds entries behind those that an object or array has.</summary>
    public TextChange Append(JsonValue container, IReadOnlyList<string> entries)
    {
        var starts = StartsOf(container);
        if (starts.Count == 0)
        {
            return new TextChange(
                TextSpan.FromBounds(container.Position.Offset + 1, container.End - 1), Inside(entries, IndentationAt(container.Position.Offset)));
        }

        var separator = IsOnLineOfItsOwn(text, container.Position.Offset, starts[0]) ? "," + _newLine + IndentationAt(starts[0]) : ", ";
        return new TextChange(new TextSpan(EndOfLast(container), 0), separator + string.Join(separator, entries));
    }

    /// <summary>Adds a member with an object or array to the root.</summary>
    public TextChange AddMember(string name, char open, char close, IReadOnlyList<string> entries)
    {
        var starts = StartsOf(root);
        var indentation = starts.Count > 0 ? IndentationAt(starts[0]) : IndentationAt(root.Position.Offset) + _unit;
        return Append(root, [$"{Quote(name)}: {open}{Inside(entries, indentation)}{close}"]);
    }

    /// <summary>Puts an object or array in the place of a member's value.</summary>
    public TextChange Replace(JsonMember member, char open, char close, IReadOnlyList<string> entries) =>
        Replace(member.Value, $"{open}{Inside(entries, IndentationAt(member.Position.Offset))}{close}");

    public static TextChange Replace(JsonValue value, string json) => new(TextSpan.FromBounds(value.Position.Offset, value.End), json);

    /// <summary>A name as a JSON string. Names have no control characters.</summary>
    public static string Quote(string name) => "\"" + name.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";

    private string Inside(IReadOnlyList<string> entries, string indentation)
    {
        if (!_hasLines)
        {
            return $" {string.Join(", ", entries)} ";
        }

        var start = _newLine + indentation + _unit;
        return start + string.Join("," + start, entries) + _newLine + indentation;
    }

    /// <summary>The white space that the line of an offset begins with.</summary>
    private string IndentationAt(int offset)
    {
        var start = offset > 0 ? text.LastIndexOfAny(['\n', '\r'], offset - 1) + 1 : 0;
        var end = start;
        while (end < offset && text[end] is ' ' or '\t')
        {
            end++;
        }

        return text.Substring(start, end - start);
    }

    private static string UnitOf(string text, JsonValue root)
    {
        var starts = StartsOf(root);
        if (starts.Count == 0 || !IsOnLineOfItsOwn(text, root.Position.Offset, starts[0]))
        {
            return DefaultIndentation;
        }

        var line = text.LastIndexOfAny(['\n', '\r'], starts[0]) + 1;
        return starts[0] > line ? text.Substring(line, starts[0] - line) : DefaultIndentation;
    }

    private static string NewLineOf(string text)
    {
        var end = text.IndexOf('\n');
        return end > 0 && text[end - 1] == '\r' ? "\r\n" : "\n";
    }

    private static bool IsOnLineOfItsOwn(string text, int open, int first) => text.IndexOf('\n', open, first - open) >= 0;

    private static IReadOnlyList<int> StartsOf(JsonValue container) => container.Kind == JsonKind.Array
        ? [.. container.Items.Select(item => item.Position.Offset)]
        : [.. container.Members.Select(member => member.Position.Offset)];

    private static int EndOfLast(JsonValue container) => container.Kind == JsonKind.Array
        ? container.Items[container.Items.Count - 1].End
        : container.Members[container.Members.Count - 1].Value.End;
}
