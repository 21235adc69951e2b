using System.Globalization;
using TypedLlm;

namespace Quickstart;

/// <summary>Prints who answered, and what each attempt of the call met.</summary>
internal static class Ledger
{
    private const string Row = "  {0,-14} {1,-18} {2,6} {3,-22} {4,8} {5,8} {6,9} {7,10}";

    public static void Print(LlmResult<string> result)
    {
        Console.WriteLine();
        Console.WriteLine(Format("model", "class", "status", "request id", "first ms", "total ms", "tokens", "USD"));
        foreach (var attempt in result.Attempts)
        {
            Console.WriteLine(Format(
                attempt.Model,
                attempt.Failure?.ToString() ?? attempt.Outcome.ToString(),
                attempt.Status,
                Shorten(attempt.RequestId),
                attempt.TimeToFirstContent?.TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture),
                attempt.Duration.TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture),
                attempt.Usage is { } usage ? $"{usage.InputTokens}+{usage.OutputTokens}" : null,
                attempt.Cost?.ToString("F6", CultureInfo.InvariantCulture)));
        }

        Console.WriteLine($"  answered by {result.Model}");
    }

    private static string Format(params object?[] cells) =>
        string.Format(CultureInfo.InvariantCulture, Row, [.. cells.Select(static cell => cell ?? "-")]).TrimEnd();

    private static string? Shorten(string? id) => id is { Length: > 22 } ? id[..19] + "..." : id;
}
