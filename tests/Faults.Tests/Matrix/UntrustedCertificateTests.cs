using TypedLlm.FaultTests.Scenes;

namespace TypedLlm.FaultTests.Matrix;

/// <summary>A host that cannot prove who it is gets neither the key nor a second try.</summary>
public sealed class UntrustedCertificateTests
{
    [Theory]
    [InlineData(CallForm.Whole)]
    [InlineData(CallForm.Unary)]
    [InlineData(CallForm.Text)]
    [InlineData(CallForm.RestartingEvents)]
    public async Task It_is_asked_once_and_no_other_model_behind_it(CallForm form)
    {
        await using var host = new UntrustedHost();
        await using var scene = await FaultScene.StartAsync(options => options.Providers["openai"].BaseUrl = host.BaseUrl);

        var report = await scene.CallAsync(form);

        Assert.Equal(LlmFailureKind.ConnectionFailed, report.Failure?.Kind);
        Assert.Equal([AttemptOutcome.Failed, AttemptOutcome.Skipped], report.Attempts.Select(static attempt => attempt.Outcome));
        Assert.Equal(1, host.Connections);
        Assert.Equal(0, host.BytesRead);
        Assert.Empty(scene.Log.Requests);
    }
}
