using System.Collections;
using System.Text.Json;

namespace TypedLlm.Generator.Tests.AnswerTypes;

/// <summary>What a generated partial shows at one moment, read by reflection, and whether that can become something else.</summary>
internal abstract partial record PartialShown
{
    /// <summary>Whether nothing has begun.</summary>
    protected virtual bool IsPending => false;

    public static PartialShown Of(object? shown) => shown switch
    {
        null => new NothingShown(),
        string text => new TextShown(text),
        _ when shown.GetType().Name == "Partial" => PartialReflection.Of(shown.GetType()) is { IsFamily: true } family ? FamilyShown.Read(shown, family) : MembersShown.Read(shown),
        IEnumerable list when shown.GetType().Name == "PartialList`1" => ListShown.Read(list),
        _ when shown.GetType().Name == "KeyValuePair`2" => new EntryShown(Write(Property(shown, "Key")), Of(Property(shown, "Value"))),
        _ => new ValueShown(Write(shown)),
    };

    /// <summary>Null if what is shown agrees with how far it is said to have come; otherwise what does not.</summary>
    public virtual string? Fault() => null;

    /// <summary>Null if a later moment shows at least as much; otherwise what went back.</summary>
    public abstract string? GoesBackIn(PartialShown later);

    /// <summary>Null if this is what the whole value shows; otherwise what is not.</summary>
    public abstract string? Contradicts(object? value);

    private static string Write(object? value) => JsonSerializer.Serialize(value, SystemTextJson.Options);

    private static object? Property(object value, string name) => value.GetType().GetProperty(name)!.GetValue(value);

    private static string? First(IEnumerable<string?> faults) => faults.FirstOrDefault(fault => fault is not null);

    private sealed record NothingShown : PartialShown
    {
        protected override bool IsPending => true;

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
        public override string? Fault() => Value.Fault();

        public override string? GoesBackIn(PartialShown later) =>
            later is EntryShown shown && shown.Key == Key ? Value.GoesBackIn(shown.Value) : $"{Key} became {later}";

        public override string? Contradicts(object? value) =>
            Key == Write(Property(value!, "Key")) ? Value.Contradicts(Property(value!, "Value")) : $"{Key} is not {Write(value)}";
    }
}
