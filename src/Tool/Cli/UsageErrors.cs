using System.CommandLine;
using System.CommandLine.Parsing;
using TypedLlm.Catalog;

namespace TypedLlm.Tool.Cli;

/// <summary>Says what is wrong with a command line, and what is right.</summary>
internal static class UsageErrors
{
    /// <summary>The first thing that is wrong; null if nothing is.</summary>
    public static string? Find(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var stray = command.Subcommands.Count > 0 ? null : parsed.Tokens.FirstOrDefault(IsStrayOption)?.Value;
        var wrong = stray is not null ? StrayOption(stray, command)
            : parsed.Tokens.Any(static token => token.Value.Length == 0) ? "An argument is empty; a variable in its place may not be set."
            : parsed.Errors is [var error, ..] ? Describe(error, parsed)
            : null;
        return wrong is null ? null : $"{wrong} {HelpOf(command)} --help lists what there is.";
    }

    // An option that no command knows is taken for a value or a path.
    private static bool IsStrayOption(Token token) =>
        token.Type == TokenType.Argument && token.Value.Length > 1 && token.Value[0] == '-' && !char.IsAsciiDigit(token.Value[1]);

    private static string StrayOption(string text, Command command)
    {
        var name = text.Split('=', ':')[0];
        return NearestName.Find(name, command.Options.Select(static option => option.Name)) is { } nearest
            ? $"{name} is no option of {command.Name}; did you mean {nearest}?"
            : $"{name} is no option of {command.Name}.";
    }

    private static string Describe(ParseError error, ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (command.Subcommands.Count > 0)
        {
            return Describe(parsed.UnmatchedTokens, command);
        }

        return (error.SymbolResult as OptionResult ?? error.SymbolResult?.Parent as OptionResult, error.SymbolResult) switch
        {
            ({ } option, _) => Describe(option),
            (null, ArgumentResult { Tokens.Count: 0 } argument) => $"{command.Name} needs <{argument.Argument.Name}>.",
            _ when parsed.UnmatchedTokens is [var stray, ..] => $"{command.Name} takes no '{stray}'.",
            _ => error.Message,
        };
    }

    private static string Describe(IReadOnlyList<string> unmatched, Command command)
    {
        string[] names = [.. command.Subcommands.Select(static command => command.Name)];
        if (unmatched is not [var written, ..])
        {
            return $"Name a command: {string.Join(", ", names)}.";
        }

        return NearestName.Find(written, names) is { } nearest
            ? $"'{written}' is no command; did you mean {nearest}?"
            : $"'{written}' is no command; there are {string.Join(", ", names)}.";
    }

    private static string Describe(OptionResult result)
    {
        var (option, tokens) = (result.Option, result.Tokens);
        var right = option.HelpName is { } value ? $"write {option.Name} <{value}>." : $"{option.Name} takes no value.";
        return tokens.Count switch
        {
            0 => $"{option.Name} has no value; {right}",
            1 => $"{option.Name} {tokens[0].Value} is not understood; {right}",
            _ => $"{option.Name} is given {tokens.Count} times; give it once.",
        };
    }

    private static string HelpOf(Command command) => command.Parents.FirstOrDefault() is { } parent ? $"{parent.Name} {command.Name}" : command.Name;
}
