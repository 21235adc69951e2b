using System.Collections;

namespace TypedLlm.FaultTests.Secrets;

/// <summary>Words that keys, prompts and answers of tests carry and that nothing else says.</summary>
internal static class Canary
{
    public static void AssertAbsent(string line)
    {
        Assert.DoesNotContain("oriole", line, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("7f3a", line, StringComparison.Ordinal);
    }

    /// <summary>All that a sink may print of an exception: its text and all its public properties, inner ones included.</summary>
    public static IEnumerable<string> Describe(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            yield return exception.ToString();
            foreach (var property in exception.GetType().GetProperties())
            {
                var value = property.GetValue(exception);
                yield return value is IEnumerable items and not string ? string.Join(' ', items.Cast<object?>()) : $"{value}";
            }
        }
    }
}
