using System.Globalization;
using System.Text;

namespace TypedLlm.Json;

/// <summary>
/// Writes compact JSON for a raw literal. It is one line that begins and ends with a bracket, and three quotes never follow one another in it, since
/// each one inside a string has its backslash.
/// </summary>
internal sealed class JsonWriter
{
    private readonly StringBuilder _json = new(1024);
    private bool _needsComma;

    public void Open(char bracket)
    {
        Separate();
        _json.Append(bracket);
        _needsComma = false;
    }

    public void Close(char bracket)
    {
        _json.Append(bracket);
        _needsComma = true;
    }

    /// <summary>Opens an array or object that is a property.</summary>
    public void Open(string name, char bracket)
    {
        Name(name);
        Open(bracket);
    }

    public void Text(string value)
    {
        Separate();
        _json.Append('"');
        JsonEscapes.InRawLiteral.Append(_json, value);
        _json.Append('"');
        _needsComma = true;
    }

    /// <summary>Writes a property. As with the other kinds, null is left out.</summary>
    public void Property(string name, string? value)
    {
        if (value is not null)
        {
            Name(name);
            Text(value);
        }
    }

    public void Property(string name, bool? value)
    {
        if (value is { } flag)
        {
            Raw(name, flag ? "true" : "false");
        }
    }

    public void Property(string name, int? value)
    {
        if (value is { } number)
        {
            Raw(name, number.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Writes a number. What JSON has no number for is left out too.</summary>
    public void Property(string name, double? value)
    {
        if (value is { } number && !double.IsNaN(number) && !double.IsInfinity(number))
        {
            Raw(name, number.ToString("R", CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Writes what is JSON already, as an element.</summary>
    public void Raw(string json)
    {
        Separate();
        _json.Append(json);
        _needsComma = true;
    }

    /// <summary>Writes what is JSON already, as a property.</summary>
    public void Raw(string name, string json)
    {
        Name(name);
        Raw(json);
    }

    public override string ToString() => _json.ToString();

    private void Name(string name)
    {
        Separate();
        _json.Append('"');
        JsonEscapes.InRawLiteral.Append(_json, name);
        _json.Append("\":");
        _needsComma = false;
    }

    private void Separate()
    {
        if (_needsComma)
        {
            _json.Append(',');
        }
    }
}
