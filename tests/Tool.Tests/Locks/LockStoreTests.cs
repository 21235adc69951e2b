using TypedLlm.Simulator;
using TypedLlm.Tool.Tests.Support;

namespace TypedLlm.Tool.Tests.Locks;

/// <summary>The lock file on a disk where not all is well, and other runs write, too.</summary>
public sealed class LockStoreTests
{
    [Theory]
    [InlineData("missing/our.lock.json")]
    [InlineData("folder")]
    public async Task A_lock_that_cannot_be_written_is_an_error_before_anything_is_asked(string path)
    {
        await using var scene = await VerifyScene.StartAsync();
        Directory.CreateDirectory(scene.Folder.File("folder"));

        var run = await scene.VerifyAsync("--lock", path);

        Assert.Equal(2, run.Code);
        Assert.Contains("cannot be written: ", run.Error, StringComparison.Ordinal);
        Assert.Empty(scene.Simulator.Log.Requests);
    }

    [Fact]
    public async Task What_was_learned_is_reported_where_it_can_no_longer_be_written()
    {
        await using var scene = await VerifyScene.StartAsync();
        Directory.CreateDirectory(scene.Folder.File("deploy"));

        var run = await WhileItWaitsAsync(scene, ["--lock", "deploy/our.lock.json"], () =>
        {
            Directory.Delete(scene.Folder.File("deploy"), recursive: true);
            return Task.CompletedTask;
        });

        Assert.Equal(2, run.Code);
        Assert.Contains("gpt-5.4", run.Out, StringComparison.Ordinal);
        Assert.Contains("our.lock.json cannot be written: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_run_wrote_meanwhile_stays()
    {
        await using var scene = await VerifyScene.StartAsync();

        var run = await WhileItWaitsAsync(scene, ["--env", "Test"], async () => Assert.Equal(0, (await scene.VerifyAsync("--env", "Production")).Code));

        Assert.Equal(0, run.Code);
        Assert.Contains("\"Production\": {", scene.Lock, StringComparison.Ordinal);
        Assert.Contains("\"Test\": {", scene.Lock, StringComparison.Ordinal);
    }

    private static async Task<ToolRun> WhileItWaitsAsync(VerifyScene scene, string[] arguments, Func<Task> meanwhile)
    {
        scene.Simulator.Scripts.ForCall("GET /v1/models").First(1, Faults.Overloaded());
        var run = scene.VerifyAsync(arguments);
        await scene.Clock.WaitForTimerAsync(static armed => armed.DueIn <= TimeSpan.FromSeconds(20), "the pause before it asks again", CancellationToken.None);
        await meanwhile();
        return await scene.DriveAsync(run);
    }
}
