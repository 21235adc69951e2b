using System.Globalization;

namespace TypedLlm.Tool.Cli;

/// <summary>Reads durations of the command line: <c>90s</c>, <c>10m</c>, <c>2h</c>, <c>1d</c>.</summary>
internal static class DurationParser
{
    /// <exception cref="ToolException">It is none.</exception>
    public static TimeSpan Parse(string option, string text)
    {
        var isNumber = double.TryParse(text.AsSpan(0, Math.Max(0, text.Length - 1)), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number);
        TimeSpan? unit = text.Length == 0 ? null : text[^1] switch
        {
            's' => TimeSpan.FromSeconds(1),
            'm' => TimeSpan.FromMinutes(1),
            'h' => TimeSpan.FromHours(1),
            'd' => TimeSpan.FromDays(1),
            _ => null,
        };
        return isNumber && number <= 1_000 && unit is { } one
            ? one * number
            : throw new ToolException($"{option} {text} is no duration; write a number with its unit, such as 90s, 10m, 2h or 1d.");
    }
}
