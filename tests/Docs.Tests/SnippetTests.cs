using System.Text.RegularExpressions;

namespace TypedLlm.Docs.Tests;

/// <summary>
/// Code in the pages is code that is compiled: a block behind <c>&lt;!-- samples/File.cs#name --&gt;</c> equals the part of that file
/// between <c>// &lt;name&gt;</c> and <c>// &lt;/name&gt;</c>. Text behind <c>&lt;!-- samples/file --&gt;</c> is that whole file.
/// </summary>
public sealed partial class SnippetTests
{
    public static TheoryData<string, string, string, string> Snippets()
    {
        var data = new TheoryData<string, string, string, string>();
        foreach (var page in Pages.All())
        {
            foreach (Match match in Marked().Matches(Pages.Read(page)))
            {
                data.Add(page, match.Groups["file"].Value, match.Groups["name"].Value, match.Groups["code"].Value);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Snippets))]
    public void A_snippet_equals_its_source(string page, string file, string name, string code)
    {
        var source = Extract(Pages.Read(file), name);
        Assert.True(source is not null, $"{page}: {file} has no part named {name}.");
        Assert.Equal(source.Trim('\n'), code.Trim('\n'));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/guides")]
    public void Each_csharp_block_of_a_guide_names_its_source(string prefix)
    {
        foreach (var page in Pages.All().Where(page => page.StartsWith(prefix, StringComparison.Ordinal)))
        {
            var text = Pages.Read(page);
            Assert.Equal(CSharpBlock().Count(text), Marked().Count(text));
        }
    }

    [Fact]
    public void A_file_that_a_page_shows_is_shown_whole()
    {
        var files = Pages.All().SelectMany(page => WholeFile().Matches(Pages.Read(page)).Select(match => (Page: page, Match: match))).ToList();
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Equal(Pages.Read(file.Match.Groups["file"].Value).Trim('\n'), file.Match.Groups["text"].Value.Trim('\n')));
    }

    [Fact]
    public void There_are_snippets() => Assert.NotEmpty(Snippets());

    private static string? Extract(string source, string name)
    {
        var part = Regex.Match(source, $@"^[ ]*// <{Regex.Escape(name)}>\n(?<body>.*?)^[ ]*// </{Regex.Escape(name)}>", RegexOptions.Singleline | RegexOptions.Multiline);
        if (!part.Success)
        {
            return null;
        }

        var lines = part.Groups["body"].Value.TrimEnd('\n').Split('\n');
        var indent = lines.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart(' ').Length);
        return string.Join('\n', lines.Select(line => line.Length > 0 ? line[indent..] : line));
    }

    [GeneratedRegex(@"<!-- (?<file>[\w./-]+)#(?<name>[\w-]+) -->\n```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Marked();

    [GeneratedRegex(@"<!-- (?<file>[\w./-]+) -->\n```\w*\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex WholeFile();

    [GeneratedRegex("^```csharp$", RegexOptions.Multiline)]
    private static partial Regex CSharpBlock();
}
