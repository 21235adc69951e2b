using TypedLlm.TestKit;

namespace TypedLlm.Tool.Tests.Support;

/// <summary>Days that runs of the command line happen on.</summary>
internal static class Days
{
    /// <summary>The day on which the built-in catalog was true.</summary>
    public static TimeProvider OfCatalog() => On("2026-11-22");

    public static TimeProvider On(string day) => new ManualClock(DateTimeOffset.Parse(day + "T12:00:00Z", System.Globalization.CultureInfo.InvariantCulture));
}
