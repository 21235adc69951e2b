using System.Text;

namespace TypedLlm.Streaming;

/// <summary>Joins parts of text. Nearly always there is one, which is then not copied.</summary>
internal struct TextParts
{
    private string? _first;
    private StringBuilder? _joined;

    public void Add(string part)
    {
        if (_first is null)
        {
            _first = part;
        }
        else
        {
            (_joined ??= new StringBuilder(_first)).Append(part);
        }
    }

    /// <summary>Null if there was no part.</summary>
    public override readonly string? ToString() => _joined?.ToString() ?? _first;
}
