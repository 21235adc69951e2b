using System.Net;
using System.Net.Sockets;
using TypedLlm.FaultTests.Scenes;

namespace TypedLlm.FaultTests.Matrix;

/// <summary>Hosts that cannot be reached at all: nothing was processed, so that one repeat at once is safe.</summary>
public sealed class UnreachableHostTests
{
    public static TheoryData<string, CallForm> Cases => TheoryCases.Of(
        ["refused", "unknown name"], CallForm.Whole, CallForm.Unary, CallForm.Text, CallForm.RestartingEvents);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_caller_gets_a_typed_error_soon_and_the_simulator_no_request(string host, CallForm form)
    {
        using var deaf = BindWithoutListening();
        var url = host == "refused" ? $"http://{deaf.LocalEndPoint}/v1" : "http://no-such-host.invalid/v1";
        await using var scene = await FaultScene.StartAsync(options => options.Providers["openai"].BaseUrl = url);

        var report = await scene.ElapseBackoffsAsync(scene.Start(form));

        Assert.Equal(LlmFailureKind.ConnectionFailed, report.Failure?.Kind);
        Assert.InRange(report.Attempts.Count(static attempt => attempt.Outcome == AttemptOutcome.Failed), 2, 3);
        Assert.All(report.Attempts, static attempt => Assert.Null(attempt.RequestId));
        Assert.Empty(scene.Log.Requests);
    }

    /// <summary>Bound, so that nobody else gets the port, but not listening.</summary>
    private static Socket BindWithoutListening()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }
}
