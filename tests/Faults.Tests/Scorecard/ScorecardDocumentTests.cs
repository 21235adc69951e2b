using System.Runtime.CompilerServices;

namespace TypedLlm.FaultTests.Scorecard;

public sealed class ScorecardDocumentTests
{
    [Fact]
    public async Task The_published_scorecard_is_what_the_faults_give()
    {
        var path = Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "..", "docs", "scorecard.md");
        var actual = (await ScorecardTable.WriteAsync()).ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("UPDATE_APPROVED") == "1")
        {
            await File.WriteAllTextAsync(path, actual);
        }

        Assert.Equal(await File.ReadAllTextAsync(path), actual);
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
