using System.Globalization;
using System.Text;
using TypedLlm;

namespace Quickstart;

/// <summary>Prints who answered, and what each attempt of the call met.</summary>
internal static class Ledger
{
    private static readonly CompositeFormat Row = CompositeFormat.Parse("  {0,-14} {1,-18} {2,6} {3,-22} {4,6} {5,8} {6,8} {7,7} {8,9}");

    public static void Print(LlmResult<string> result)
    {
        Console.WriteLine();
        Console.WriteLine(Format("model", "class", "status", "request id", "at ms", "first ms", "total ms", "tokens", "USD"));
        foreach (var attempt in result.Attempts)
        {
            Console.WriteLine(Format(
                attempt.Model,
                attempt.Failure?.ToString() ?? attempt.Outcome.ToString(),
                attempt.Status,
                Shorten(attempt.RequestId),
                Milliseconds(attempt.StartedAt - result.Attempts[0].StartedAt),
                Milliseconds(attempt.TimeToFirstContent),
                Milliseconds(attempt.Duration),
                attempt.Usage is { } usage ? $"{usage.InputTokens}+{usage.OutputTokens}" : null,
                attempt.Cost?.ToString("F6", CultureInfo.InvariantCulture)));
        }

        Console.WriteLine($"  answered by {result.Model}");
    }

    private static string Format(params object?[] cells) =>
        string.Format(CultureInfo.InvariantCulture, Row, [.. cells.Select(static cell => cell ?? "-")]).TrimEnd();

    private static string? Milliseconds(TimeSpan? time) => time?.TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture);

    private static string? Shorten(string? id) => id is { Length: > 22 } ? id[..19] + "..." : id;
}
