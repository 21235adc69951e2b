using System.Globalization;

namespace TypedLlm.Catalog;

/// <summary>
/// Reads the values of a catalog file's fields. JSON null is unknown; what does not fit is reported and unknown too.
/// </summary>
internal sealed class CatalogValues(List<CatalogProblem> problems)
{
    // A file with more faults than this is no slip of the hand, and looking for what was meant takes time.
    private const int MaxGuesses = 100;

    public void Report(JsonPosition position, string message) => problems.Add(new CatalogProblem(position, message));

    public void ReportUnknownField(JsonMember member, EquatableArray<string> known)
    {
        var meant = problems.Count < MaxGuesses && NearestName.Find(member.Name, known) is { } nearest ? $"; did you mean '{nearest}'?" : ".";
        Report(member.Position, $"Unknown field '{member.Name}'{meant}");
    }

    /// <summary>The members of an object; none, reported, if it is something else.</summary>
    public IReadOnlyList<JsonMember> Members(JsonValue value, string what)
    {
        if (value.Kind != JsonKind.Object)
        {
            Report(value.Position, $"{what} must be an object.");
        }

        return value.Members;
    }

    /// <summary>The items of an array; none, reported, if it is something else. Null is an empty array.</summary>
    public IReadOnlyList<JsonValue> Items(JsonMember member)
    {
        if (member.Value.Kind is not (JsonKind.Array or JsonKind.Null))
        {
            Report(member.Value.Position, $"'{member.Name}' must be an array.");
        }

        return member.Value.Items;
    }

    /// <summary>The name of a model or provider: not empty and without white space or control characters.</summary>
    public string? Name(JsonValue value, string what)
    {
        if (value.Kind != JsonKind.String)
        {
            Report(value.Position, $"{what} must be a string.");
            return null;
        }

        if (!IsName(value.Text))
        {
            Report(value.Position, $"{what} must not be empty or contain white space.");
            return null;
        }

        return value.Text;
    }

    /// <summary>As the other, but JSON null is unknown.</summary>
    public string? Name(JsonMember member) =>
        member.Value.Kind == JsonKind.Null ? null : Name(member.Value, $"'{member.Name}'");

    /// <summary>Any text; JSON null is unknown.</summary>
    public string? Text(JsonMember member)
    {
        if (member.Value.Kind is JsonKind.String or JsonKind.Null)
        {
            return member.Value.Kind == JsonKind.Null ? null : member.Value.Text;
        }

        Report(member.Value.Position, $"'{member.Name}' must be a string.");
        return null;
    }

    public EquatableArray<string> Names(JsonMember member)
    {
        var names = new List<string>();
        foreach (var item in Items(member))
        {
            if (Name(item, $"An item of '{member.Name}'") is { } name)
            {
                names.Add(name);
            }
        }

        return EquatableArray<string>.From(names);
    }

    public bool? Flag(JsonMember member)
    {
        switch (member.Value.Kind)
        {
            case JsonKind.True:
                return true;
            case JsonKind.False:
                return false;
            case JsonKind.Null:
                return null;
            default:
                Report(member.Value.Position, $"'{member.Name}' must be true or false.");
                return null;
        }
    }

    /// <summary>A count of tokens: a whole number above 0.</summary>
    public int? Count(JsonMember member)
    {
        if (member.Value.Kind == JsonKind.Null)
        {
            return null;
        }

        if (member.Value.Kind == JsonKind.Number
            && int.TryParse(member.Value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count > 0)
        {
            return count;
        }

        Report(member.Value.Position, $"'{member.Name}' must be a whole number from 1 to {int.MaxValue}.");
        return null;
    }

    /// <summary>A price or a factor: a number that is not negative.</summary>
    public decimal? Amount(JsonMember member)
    {
        if (member.Value.Kind == JsonKind.Null)
        {
            return null;
        }

        if (member.Value.Kind == JsonKind.Number
            && decimal.TryParse(member.Value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount)
            && amount is >= 0 and <= 1_000_000)
        {
            return amount;
        }

        Report(member.Value.Position, $"'{member.Name}' must be a number from 0 to 1000000.");
        return null;
    }

    public CatalogDate? Date(JsonMember member)
    {
        if (member.Value.Kind == JsonKind.Null)
        {
            return null;
        }

        if (member.Value.Kind == JsonKind.String && CatalogDate.TryParse(member.Value.Text, out var date))
        {
            return date;
        }

        Report(member.Value.Position, $"'{member.Name}' must be a date such as \"2026-11-22\".");
        return null;
    }

    /// <summary>Which of some words it is, counted from 0.</summary>
    public int? Choice(JsonMember member, EquatableArray<string> words)
    {
        if (member.Value.Kind == JsonKind.Null)
        {
            return null;
        }

        for (var i = 0; i < words.Count; i++)
        {
            if (member.Value.Kind == JsonKind.String && member.Value.Text == words[i])
            {
                return i;
            }
        }

        Report(member.Value.Position, $"'{member.Name}' must be one of {string.Join(", ", words)}.");
        return null;
    }

    public static bool IsName(string text)
    {
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character) || char.IsControl(character))
            {
                return false;
            }
        }

        return text.Length > 0;
    }
}
