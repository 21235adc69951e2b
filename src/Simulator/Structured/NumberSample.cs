using System.Numerics;
using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>A number within the limits of a schema, counted exactly in steps from zero, so that it is a multiple of what it must be.</summary>
internal static class NumberSample
{
    /// <summary>How many numbers there are to choose from where a schema leaves it open.</summary>
    private const int Choices = 1_000;

    /// <summary>How many numbers there should be at least between close limits.</summary>
    private const int FewChoices = 10;

    private static readonly string[] Keywords = ["minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf"];

    /// <returns>The number as JSON.</returns>
    public static string Of(JsonElement schema, bool isInteger, Random random)
    {
        var decimals = Keywords.Select(name => -(ExactNumber.Of(schema.Keyword(name))?.Exponent ?? 0)).Append(2).Max();
        var hasStep = isInteger || Limit(schema, "multipleOf", decimals) is { Sign: > 0 };
        var (from, to) = Range(schema, isInteger, decimals);
        if (!hasStep && to - from is { } width && width < FewChoices)
        {
            decimals += 2;
            (from, to) = Range(schema, isInteger, decimals);
        }

        var number = (from, to) switch
        {
            ({ } low, { } high) => low + random.Next((int)BigInteger.Max(0, BigInteger.Min(high - low, Choices)) + 1),
            (null, { } high) => high - random.Next(Choices + 1),
            var (low, _) => (low ?? 0) + random.Next(Choices + 1),
        };
        return ExactNumber.Write(number * Step(schema, isInteger, decimals), decimals);
    }

    /// <summary>The first and the last number of steps within the limits.</summary>
    private static (BigInteger? From, BigInteger? To) Range(JsonElement schema, bool isInteger, int decimals)
    {
        var step = Step(schema, isInteger, decimals);
        var (least, above) = (Limit(schema, "minimum", decimals), Limit(schema, "exclusiveMinimum", decimals));
        var (most, below) = (Limit(schema, "maximum", decimals), Limit(schema, "exclusiveMaximum", decimals));
        return (Tighter(-Floor(-least, step), Floor(above, step) + 1, BigInteger.Max), Tighter(Floor(most, step), -Floor(-below, step) - 1, BigInteger.Min));
    }

    private static BigInteger Step(JsonElement schema, bool isInteger, int decimals)
    {
        var one = isInteger ? BigInteger.Pow(10, decimals) : BigInteger.One;
        return Limit(schema, "multipleOf", decimals) is { Sign: > 0 } multiple ? multiple / BigInteger.GreatestCommonDivisor(multiple, one) * one : one;
    }

    private static BigInteger? Limit(JsonElement schema, string name, int decimals) => ExactNumber.Of(schema.Keyword(name))?.In(decimals);

    private static BigInteger? Floor(BigInteger? value, BigInteger step) =>
        value is { } number ? (number - (((number % step) + step) % step)) / step : null;

    private static BigInteger? Tighter(BigInteger? one, BigInteger? other, Func<BigInteger, BigInteger, BigInteger> choose) =>
        one is { } first && other is { } second ? choose(first, second) : one ?? other;
}
