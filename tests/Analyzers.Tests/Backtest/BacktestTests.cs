using TypedLlm.TestKit;

namespace TypedLlm.Analyzers.Tests.Backtest;

public sealed class BacktestTests
{
    [Fact]
    public void The_published_backtest_is_what_the_rules_give()
    {
        var actual = BacktestTable.Write();

        Assert.Equal(RepositoryFiles.Approved("docs/backtest.md", actual), actual);
    }

    [Fact]
    public void There_are_shutdowns_and_each_was_announced_before() =>
        Assert.All(Shutdown.All, shutdown => Assert.True(shutdown.NoticeDays > 0, shutdown.ToString()));

    [Fact]
    public void On_its_day_each_shutdown_is_an_error() =>
        Assert.All(Shutdown.All, shutdown => Assert.Equal([DiagnosticIds.PrimaryShutDown], BacktestTable.Findings(shutdown, daysBefore: 0, horizon: 90)));

    [Fact]
    public void Nothing_is_said_before_the_announcement() =>
        Assert.All(Shutdown.All, shutdown => Assert.Empty(BacktestTable.Findings(shutdown, shutdown.NoticeDays + 1, horizon: 10_000)));
}
