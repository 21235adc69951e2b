using System.Text.RegularExpressions;
using TypedLlm.TestKit;

namespace TypedLlm.Package.Tests;

/// <summary>What a newcomer meets in the first hour: typical mistakes in several files, each named once and at its place, and silence when they are mended.</summary>
public sealed partial class FirstHourTests
{
    private const string Data = "tests/Package.Tests/FirstHour";

    [Fact]
    public void Each_mistake_is_named_once_where_it_stands()
    {
        using var consumer = Consumer("Mistakes");

        var build = consumer.Build();

        build.ShouldFail();
        var findings = Findings(build);
        var actual = string.Join('\n', findings) + "\n";
        Assert.Equal(RepositoryFiles.Approved($"{Data}/expected.txt", actual), actual);
        Assert.Equal(25, findings.Count);
    }

    [Fact]
    public void The_mended_program_builds_without_a_word()
    {
        using var consumer = Consumer("Fixed");

        var build = consumer.Build("-warnaserror");

        build.ShouldSucceed();
        Assert.Empty(Findings(build));
    }

    private static ConsumerProject Consumer(string folder)
    {
        var root = Path.Combine(RepositoryFiles.Root, Data, folder);
        var consumer = new ConsumerProject(File.ReadAllText(Path.Combine(root, "Program.cs")));
        foreach (var file in Directory.GetFiles(root, "*", SearchOption.AllDirectories))
        {
            consumer.Write($"Shop/{Path.GetRelativePath(root, file)}", File.ReadAllText(file));
        }

        return consumer;
    }

    /// <summary>Everything the build complains of, ours or not: <c>Orders.cs(8,24): error TLLM004</c>.</summary>
    private static List<string> Findings(CommandResult build) =>
        [.. Finding().Matches(build.Output).Select(finding => finding.Value).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"[\w.]+\(\d+,\d+\): (?:error|warning) \w+")]
    private static partial Regex Finding();
}
