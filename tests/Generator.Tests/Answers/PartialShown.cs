using System.Collections;
using System.Reflection;
using System.Text.Json;

namespace TypedLlm.Generator.Tests.AnswerTypes;

/// <summary>What a generated partial shows at one moment, read by reflection, and whether that can become something else.</summary>
internal abstract record PartialShown
{
    public static PartialShown Of(object? shown) => shown switch
    {
        null => new NothingShown(),
        string text => new TextShown(text),
        _ when shown.GetType().Name == "Partial" => new MembersShown(shown.GetType().GetProperties().ToDictionary(property => property.Name, property => Of(property.GetValue(shown)))),
        IEnumerable list when shown.GetType().Name == "PartialList`1" => new ListShown([.. list.Cast<object?>().Select(Of)]),
        _ when shown.GetType().Name == "KeyValuePair`2" => new EntryShown(Write(Property(shown, "Key")), Of(Property(shown, "Value"))),
        _ => new ValueShown(Write(shown)),
    };

    /// <summary>Null if a later moment shows at least as much; otherwise what went back.</summary>
    public abstract string? GoesBackIn(PartialShown later);

    /// <summary>Null if this is what the whole value shows; otherwise what is not.</summary>
    public abstract string? Contradicts(object? value);

    private static string Write(object? value) => JsonSerializer.Serialize(value, SystemTextJson.Options);

    private static object? Property(object value, string name) => value.GetType().GetProperty(name)!.GetValue(value);

    private static object? Member(object value, string name) => value.GetType().GetProperty(name) is { } property
        ? property.GetValue(value)
        : value.GetType().GetField(name)!.GetValue(value);

    private sealed record NothingShown : PartialShown
    {
        public override string? GoesBackIn(PartialShown later) => null;

        public override string? Contradicts(object? value) => value is null ? null : $"nothing is not {Write(value)}";
    }

    private sealed record TextShown(string Text) : PartialShown
    {
        public override string? GoesBackIn(PartialShown later) =>
            later is TextShown shown && shown.Text.StartsWith(Text, StringComparison.Ordinal) ? null : $"'{Text}' became {later}";

        public override string? Contradicts(object? value) => value is string text && text == Text ? null : $"'{Text}' is not {Write(value)}";
    }

    private sealed record ValueShown(string Json) : PartialShown
    {
        public override string? GoesBackIn(PartialShown later) => later == this ? null : $"{Json} became {later}";

        public override string? Contradicts(object? value) => Json == Write(value) ? null : $"{Json} is not {Write(value)}";
    }

    private sealed record EntryShown(string Key, PartialShown Value) : PartialShown
    {
        public override string? GoesBackIn(PartialShown later) =>
            later is EntryShown shown && shown.Key == Key ? Value.GoesBackIn(shown.Value) : $"{Key} became {later}";

        public override string? Contradicts(object? value) =>
            Key == Write(Property(value!, "Key")) ? Value.Contradicts(Property(value!, "Value")) : $"{Key} is not {Write(value)}";
    }

    private sealed record MembersShown(Dictionary<string, PartialShown> Members) : PartialShown
    {
        public override string? GoesBackIn(PartialShown later) => later is MembersShown shown
            ? Members.Select(member => member.Value.GoesBackIn(shown.Members[member.Key])).FirstOrDefault(fault => fault is not null)
            : $"members became {later}";

        public override string? Contradicts(object? value)
        {
            // Of a family, one of the types is shown.
            if (value!.GetType() is { BaseType: { IsAbstract: true } } type && Members.TryGetValue(type.Name, out var shown) && type.GetProperty(type.Name) is null)
            {
                return shown.Contradicts(value) ?? Members.Where(member => member.Key != type.Name).Select(member => member.Value.Contradicts(null)).FirstOrDefault(fault => fault is not null);
            }

            return Members.Select(member => member.Value.Contradicts(Member(value, member.Key))).FirstOrDefault(fault => fault is not null);
        }
    }

    private sealed record ListShown(List<PartialShown> Elements) : PartialShown
    {
        public override string? GoesBackIn(PartialShown later) => later is ListShown shown && shown.Elements.Count >= Elements.Count
            ? Elements.Zip(shown.Elements, (before, after) => before.GoesBackIn(after)).FirstOrDefault(fault => fault is not null)
            : $"{Elements.Count} elements became {later}";

        // A set has each once, in an order of its own, as some dictionaries do.
        public override string? Contradicts(object? value)
        {
            var expected = ((IEnumerable)value!).Cast<object?>().ToList();
            var isOrdered = value is IList && Elements.Count == expected.Count;
            return isOrdered
                ? Elements.Zip(expected, (shown, item) => shown.Contradicts(item)).FirstOrDefault(fault => fault is not null)
                : Elements.Exists(shown => expected.TrueForAll(item => shown.Contradicts(item) is not null)) || expected.Exists(item => Elements.TrueForAll(shown => shown.Contradicts(item) is not null))
                    ? $"{this} is not {Write(value)}"
                    : value is IList ? $"{Elements.Count} elements are not {expected.Count}" : null;
        }
    }
}
