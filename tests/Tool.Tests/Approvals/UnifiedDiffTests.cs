using TypedLlm.Tool.Approvals;

namespace TypedLlm.Tool.Tests.Approvals;

public sealed class UnifiedDiffTests
{
    [Fact]
    public void Differences_far_apart_have_a_hunk_each()
    {
        var before = Numbers(1, 30);
        var after = before.Replace("\n5\n", "\nfive\n", StringComparison.Ordinal).Replace("\n10\n", "\n", StringComparison.Ordinal).Replace("\n25\n", "\n25\nmore\n", StringComparison.Ordinal);

        Assert.Equal("""
            --- a.txt
            +++ a.txt as built
            @@ -2,12 +2,11 @@
             2
             3
             4
            -5
            +five
             6
             7
             8
             9
            -10
             11
             12
             13
            @@ -23,6 +22,7 @@
             23
             24
             25
            +more
             26
             27
             28

            """, UnifiedDiff.Of("a.txt", before, after));
    }

    [Theory]
    [InlineData("", "a\n", "@@ -0,0 +1,1 @@\n+a\n")]
    [InlineData("a\n", "", "@@ -1,1 +0,0 @@\n-a\n")]
    [InlineData("a\nb\n", "b\n", "@@ -1,2 +1,1 @@\n-a\n b\n")]
    [InlineData("b\n", "b\na\n", "@@ -1,1 +1,2 @@\n b\n+a\n")]
    public void Ends_are_counted_as_diff_counts_them(string before, string after, string hunk) =>
        Assert.Equal($"--- a\n+++ a as built\n{hunk}", UnifiedDiff.Of("a", before, after));

    [Fact]
    public void A_long_difference_is_cut()
    {
        var text = UnifiedDiff.Of("a", Numbers(1, 200), Numbers(1001, 200));

        Assert.Equal(61, text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.EndsWith("\n… 343 more lines\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_texts_can_be_read_from_the_lines_of_their_difference()
    {
        var random = new Random(20261122);
        for (var round = 0; round < 500; round++)
        {
            var (before, after) = (Random(random), Random(random));

            var lines = LineDiff.Of(before, after);

            Assert.Equal(before, string.Concat(lines.Where(line => line.Sign != '+').Select(line => $"{line.Line}\n")));
            Assert.Equal(after, string.Concat(lines.Where(line => line.Sign != '-').Select(line => $"{line.Line}\n")));
        }
    }

    [Fact]
    public void Very_long_texts_count_as_replaced_where_they_differ()
    {
        var (before, after) = ($"same\n{Numbers(1, 5_000)}end\n", $"same\n{Numbers(10_001, 5_000)}end\n");

        var lines = LineDiff.Of(before, after);

        Assert.Equal((2, 5_000, 5_000), (lines.Count(line => line.Sign == ' '), lines.Count(line => line.Sign == '-'), lines.Count(line => line.Sign == '+')));
    }

    private static string Numbers(int first, int count) => string.Concat(Enumerable.Range(first, count).Select(number => $"{number}\n"));

    private static string Random(Random random) => string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => $"{(char)('a' + random.Next(4))}\n"));
}
