namespace TypedLlm.Generator;

/// <summary>Finds names beside those that users chose.</summary>
internal static class FreeName
{
    /// <summary>The wanted name, with as many underscores behind it as set it apart.</summary>
    public static string Of(string wanted, IEnumerable<string> taken)
    {
        var names = new HashSet<string>(taken, StringComparer.Ordinal);
        while (names.Contains(wanted))
        {
            wanted += "_";
        }

        return wanted;
    }
}
