using System.Text;
using System.Text.Json;
using TypedLlm.TypedAnswers;
using TypedLlm.CompilerServices;

namespace TypedLlm.Runtime.Tests.Answers;

/// <summary>What a partial shows at one moment, and whether that can become something else.</summary>
internal abstract record PartialSnapshot
{
    public static PartialSnapshot? Of(PartialDocument document) => document.HasRoot ? Of(new PartialValue(document, 0)) : null;

    /// <summary>Null if this is shown on the way to a value; otherwise what contradicts it.</summary>
    public abstract string? Contradicts(JsonElement value);

    /// <summary>Null if a later moment shows at least as much; otherwise what went back.</summary>
    public abstract string? GoesBackIn(PartialSnapshot? later);

    private static PartialSnapshot Of(PartialValue value)
    {
        var isDone = value.TryGetJson(out var json);
        switch (value.Kind)
        {
            case PartialKind.String:
                return new TextShown(value.Text()!, isDone);
            case PartialKind.Literal:
                return new LiteralShown(isDone ? Encoding.UTF8.GetString(json) : null);
        }

        var children = new List<(string? Name, PartialSnapshot Value)>();
        for (var child = value.First(); child.State != PartialState.Pending; child = child.Next())
        {
            children.Add((child.Name, Of(child)));
        }

        return new ContainerShown(children, isDone);
    }

    private sealed record TextShown(string Text, bool IsDone) : PartialSnapshot
    {
        public override string? Contradicts(JsonElement value) =>
            value.ValueKind == JsonValueKind.String && (IsDone ? value.GetString() == Text : value.GetString()!.StartsWith(Text, StringComparison.Ordinal))
                ? null
                : $"'{Text}' is not on the way to {value.GetRawText()}";

        public override string? GoesBackIn(PartialSnapshot? later) =>
            later is TextShown shown && shown.Text.StartsWith(Text, StringComparison.Ordinal) && (shown.IsDone || !IsDone) ? null : $"'{Text}' became {later}";
    }

    private sealed record LiteralShown(string? Json) : PartialSnapshot
    {
        public override string? Contradicts(JsonElement value) => Json is null || value.GetRawText() == Json ? null : $"{Json} is not {value.GetRawText()}";

        public override string? GoesBackIn(PartialSnapshot? later) => later == this || (Json is null && later is LiteralShown) ? null : $"{Json} became {later}";
    }

    private sealed record ContainerShown(List<(string? Name, PartialSnapshot Value)> Children, bool IsDone) : PartialSnapshot
    {
        public override string? Contradicts(JsonElement value)
        {
            (string? Name, JsonElement Value)[] expected = value.ValueKind switch
            {
                JsonValueKind.Object => [.. value.EnumerateObject().Select(member => ((string?)member.Name, member.Value))],
                JsonValueKind.Array => [.. value.EnumerateArray().Select(item => ((string?)null, item))],
                _ => [],
            };
            return Children.Count > expected.Length || (IsDone && Children.Count < expected.Length)
                ? $"{Children.Count} children are not those of {value.GetRawText()}"
                : Children.Zip(expected, static (shown, final) => shown.Name == final.Name ? shown.Value.Contradicts(final.Value) : $"{shown.Name} is not {final.Name}")
                    .FirstOrDefault(static fault => fault is not null);
        }

        public override string? GoesBackIn(PartialSnapshot? later)
        {
            return later is ContainerShown shown && shown.Children.Count >= Children.Count && (shown.IsDone || !IsDone)
                ? Children.Zip(shown.Children, static (before, after) => before.Name == after.Name ? before.Value.GoesBackIn(after.Value) : $"{before.Name} became {after.Name}")
                    .FirstOrDefault(static fault => fault is not null)
                : $"{Children.Count} children became {later}";
        }
    }
}
