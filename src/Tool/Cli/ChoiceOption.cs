using System.CommandLine;

namespace TypedLlm.Tool.Cli;

/// <summary>Options whose value is a member of an enumeration, written in lower case.</summary>
internal static class ChoiceOption
{
    /// <summary>An option that takes the first member if it is left out.</summary>
    public static Option<T> Of<T>(string name, string description)
        where T : struct, Enum => Bound(new Option<T>(name) { Description = description }, Enum.GetNames<T>());

    /// <summary>An option that may be left out.</summary>
    public static Option<T?> Optional<T>(string name, string description)
        where T : struct, Enum => Bound(new Option<T?>(name) { Description = description }, Enum.GetNames<T>());

    private static Option<T> Bound<T>(Option<T> option, string[] members)
    {
        string[] words = [.. members.Select(static member => member.ToLowerInvariant())];
        option.HelpName = string.Join('|', words);
        return option.AcceptOnlyFromAmong(words);
    }
}
