using TypedLlm.FaultTests.Scenes;

namespace TypedLlm.FaultTests.BadInput;

/// <summary>Calls that cannot work are refused before anything is sent.</summary>
public sealed class BadCallTests
{
    public static TheoryData<CallForm> Forms => [.. Enum.GetValues<CallForm>()];

    public static TheoryData<string, CallForm> BadOptions => TheoryCases.Of(
        ["MaxOutputTokens", "Temperature", "Timeout", "Metadata"], CallForm.Whole, CallForm.Text, CallForm.Events);

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_null_argument_is_refused_by_name(CallForm form)
    {
        await using var scene = await FaultScene.StartAsync();

        var report = await new Caller(scene.Scorecard, form).CallAsync(question: null!);

        Assert.Equal("question", Assert.IsType<ArgumentNullException>(report.Exception).ParamName);
        Assert.Empty(scene.Log.Requests);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_cancelled_token_sends_nothing(CallForm form)
    {
        await using var scene = await FaultScene.StartAsync();

        var report = await new Caller(scene.Scorecard, form).CallAsync(cancellationToken: new CancellationToken(canceled: true));

        Assert.IsAssignableFrom<OperationCanceledException>(report.Exception);
        Assert.Empty(scene.Log.Requests);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_disposed_runtime_sends_nothing(CallForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        var desk = scene.Scorecard;
        await scene.Runtime.DisposeAsync();

        var report = await new Caller(desk, form).CallAsync();

        Assert.IsType<ObjectDisposedException>(report.Exception);
        Assert.Empty(scene.Log.Requests);
    }

    [Theory]
    [MemberData(nameof(BadOptions))]
    public async Task An_option_outside_of_what_the_service_takes_is_refused_by_name(string option, CallForm form)
    {
        await using var scene = await FaultScene.StartAsync();
        var options = option switch
        {
            "MaxOutputTokens" => new LlmCallOptions { MaxOutputTokens = 15 },
            "Temperature" => new LlmCallOptions { Temperature = 2.5 },
            "Timeout" => new LlmCallOptions { Timeout = TimeSpan.Zero },
            _ => new LlmCallOptions { Metadata = new Dictionary<string, string> { ["k"] = new('x', 513) } },
        };

        var report = await scene.CallAsync(form, options: options);

        Assert.Contains(option, Assert.IsAssignableFrom<ArgumentException>(report.Exception).Message, StringComparison.Ordinal);
        Assert.Empty(scene.Log.Requests);
    }
}
