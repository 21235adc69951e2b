using TypedLlm.TestKit;

namespace TypedLlm.FaultTests.Scorecard;

public sealed class ScorecardDocumentTests
{
    [Fact]
    public async Task The_published_scorecard_is_what_the_faults_give()
    {
        var actual = (await ScorecardTable.WriteAsync()).ReplaceLineEndings("\n");

        Assert.Equal(RepositoryFiles.Approved("docs/scorecard.md", actual), actual);
    }
}
