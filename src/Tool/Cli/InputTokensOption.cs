using System.CommandLine;

namespace TypedLlm.Tool.Cli;

/// <summary>The option <c>--input-tokens</c>: how long the input of a call is at most.</summary>
internal static class InputTokensOption
{
    private const string Name = "--input-tokens";

    public static Option<int?> Of(string description) => new(Name)
    {
        HelpName = "count",
        Description = $"{description} Default: the longest that each model takes.",
    };

    /// <exception cref="ToolException">It is no length.</exception>
    public static int? Read(ParseResult parsed, Option<int?> option) => parsed.GetValue(option) is not <= 0 and var count
        ? count
        : throw new ToolException($"{Name} {parsed.GetValue(option)} is no length of an input; write a number above 0.");
}
