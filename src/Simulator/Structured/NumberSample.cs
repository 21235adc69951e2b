using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>A number within the limits of a schema.</summary>
internal static class NumberSample
{
    private const decimal Reach = 1_000_000_000_000_000;

    /// <summary>How many numbers there are to choose from where a schema leaves it open.</summary>
    private const int Choices = 1_000;

    public static decimal Of(JsonElement schema, bool isInteger, Random random)
    {
        var (least, isAboveLeast) = Bound(schema, "minimum", "exclusiveMinimum", static (one, other) => one > other);
        var (most, isBelowMost) = Bound(schema, "maximum", "exclusiveMaximum", static (one, other) => one < other);
        if (least is { } only && only == most)
        {
            return only;
        }

        var step = Step(schema, isInteger, least, most);

        // Counted in steps from zero, so that every number is a multiple.
        var from = least is { } low ? decimal.Ceiling(low / step) : (decimal?)null;
        from += isAboveLeast && from * step == least ? 1 : 0;
        var to = most is { } high ? decimal.Floor(high / step) : (decimal?)null;
        to -= isBelowMost && to * step == most ? 1 : 0;
        var first = from ?? (to - Choices ?? 0);
        var last = Math.Max(first, Math.Min(to ?? first + Choices, first + Choices));
        var number = (first + random.Next((int)(last - first) + 1)) * step;
        return isInteger ? decimal.Truncate(number) : number;
    }

    private static (decimal? Value, bool IsExclusive) Bound(JsonElement schema, string inclusive, string exclusive, Func<decimal, decimal, bool> isTighter)
    {
        var (within, beyond) = (Number(schema, inclusive), Number(schema, exclusive));
        return beyond is { } strict && (within is not { } loose || !isTighter(loose, strict)) ? (beyond, true) : (within, false);
    }

    private static decimal Step(JsonElement schema, bool isInteger, decimal? least, decimal? most)
    {
        if (Number(schema, "multipleOf") is { } multiple and > 0)
        {
            var step = multiple;
            while (isInteger && decimal.Truncate(step) != step && step < Reach)
            {
                step += multiple;
            }

            return step;
        }

        if (isInteger)
        {
            return 1;
        }

        // Two decimals, or as many as it takes to have a choice between close limits.
        var stepOfNumber = 0.01m;
        while (least is { } low && most is { } high && high > low && (high - low) / stepOfNumber < 10 && stepOfNumber > 0.000_000_000_001m)
        {
            stepOfNumber /= 10;
        }

        return stepOfNumber;
    }

    /// <summary>A limit beyond <see cref="Reach"/> is none that an answer could break.</summary>
    private static decimal? Number(JsonElement schema, string name) =>
        schema.Keyword(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDecimal(out var number) && Math.Abs(number) < Reach
            ? number
            : null;
}
