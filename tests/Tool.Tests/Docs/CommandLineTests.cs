using System.CommandLine;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using TypedLlm.Tool.Cli;

namespace TypedLlm.Tool.Tests.Docs;

/// <summary>Each command line in README and guides is one that the tool takes.</summary>
public sealed partial class CommandLineTests
{
    public static TheoryData<string, string> CommandLines
    {
        get
        {
            var root = Path.GetFullPath(Path.Combine(SourceFolder(), "..", "..", ".."));
            var lines = new TheoryData<string, string>();
            foreach (var file in Directory.GetFiles(Path.Combine(root, "docs", "guides"), "*.md").Append(Path.Combine(root, "README.md")).Order(StringComparer.Ordinal))
            {
                foreach (var line in CommandLinesOf(File.ReadAllText(file)).Distinct())
                {
                    lines.Add(Path.GetFileName(file), line);
                }
            }

            return lines;
        }
    }

    [Theory]
    [MemberData(nameof(CommandLines))]
    public void Each_command_line_parses(string file, string line)
    {
        var host = new ToolHost { Out = TextWriter.Null, Error = TextWriter.Null, Directory = "/", Variables = new Dictionary<string, string>() };

        var parsed = ToolApp.Create(host).Parse(Words().Matches(line).Skip(1).Select(static word => word.Value.Trim('\'', '"')).ToArray());

        Assert.True(parsed.Errors.Count == 0, $"{file}: {line}\n{string.Join('\n', parsed.Errors)}");
    }

    [Fact]
    public void Command_lines_are_found_in_code_of_all_kinds()
    {
        const string Text = """
            Prose about typedllm verify is none, `typedllm models 5.4` is.

            ```bash
            $ typedllm verify bin --env A   # as always
            dotnet tool run typedllm -- models || true
            export KEY=1 && typedllm upgrade a b \
              bin > out.txt
            ```

            ```yaml
                - run: dotnet typedllm verify bin | tee log
            ```

            ```text
            typedllm: an error
            ```
            """;

        Assert.Equal(["typedllm models 5.4", "typedllm verify bin --env A", "typedllm models", "typedllm upgrade a b bin", "typedllm verify bin"], CommandLinesOf(Text));
    }

    private static IEnumerable<string> CommandLinesOf(string markdown)
    {
        var joined = Continuation().Replace(markdown.ReplaceLineEndings("\n"), " ");
        var isBlock = false;
        var isCode = false;
        foreach (var line in joined.Split('\n'))
        {
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal))
            {
                isBlock = !isBlock;
                isCode = isBlock && !line.EndsWith("text", StringComparison.Ordinal);
                continue;
            }

            foreach (Match match in (isCode ? InCode() : InProse()).Matches(line))
            {
                yield return $"typedllm {match.Groups["arguments"].Value.Trim()}";
            }
        }
    }

    [GeneratedRegex(@" *\\\n *")]
    private static partial Regex Continuation();

    [GeneratedRegex(@"(?<=^|[\s;&|(])typedllm(?: --)? (?<arguments>[a-z-][^#|&;>)]*)")]
    private static partial Regex InCode();

    [GeneratedRegex(@"`typedllm (?<arguments>[^`]+)`")]
    private static partial Regex InProse();

    [GeneratedRegex("""'[^']*'|"[^"]*"|\S+""")]
    private static partial Regex Words();

    private static string SourceFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
