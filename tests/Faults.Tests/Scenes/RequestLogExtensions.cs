using TypedLlm.Simulator;

namespace TypedLlm.FaultTests.Scenes;

/// <summary>What the tests ask of the simulator's log.</summary>
internal static class RequestLogExtensions
{
    /// <summary>The models that were asked, in order.</summary>
    public static IEnumerable<string?> Models(this SimulatorLog log) => log.Requests.Select(static request => request.Model);

    /// <summary>The seconds from the first request to each, on the driven clock.</summary>
    public static IEnumerable<double> Seconds(this SimulatorLog log)
    {
        var requests = log.Requests;
        return requests.Select(request => (request.ArrivedAt - requests[0].ArrivedAt).TotalSeconds);
    }
}
