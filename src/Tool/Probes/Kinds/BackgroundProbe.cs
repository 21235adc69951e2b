using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TypedLlm.Catalog;
using TypedLlm.Streaming;
using TypedLlm.Tool.Service;

namespace TypedLlm.Tool.Probes;

/// <summary>A background run that leaves the queue. It is cancelled and deleted when the probe is over.</summary>
internal sealed class BackgroundProbe : IProbe
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    private static readonly RecordedRefusal[] Refusals =
    [
        new(400, "the model does not run in the background") { Codes = RecordedRefusal.Unsupported, Params = ["background"] },
    ];

    public ProbeKind Kind => ProbeKind.Background;

    public bool IsLong => true;

    public ProbeLoad LoadOf(ProbeRequest request) => ProbeLoad.Of(BodyOf(request), ProbeBody.FewTokens);

    public async Task<ProbeResult> RunAsync(ProbeContext context)
    {
        if (context.Request.Endpoint == EndpointKind.Chat)
        {
            return context.NotLearned($"{FailureWords.NotTried}Chat Completions has no background runs");
        }

        var body = BodyOf(context.Request);
        var reply = await context.CreateAsync(ResourceKind.Response, "responses", () => ProbeBody.Json(body), isBilled: true);
        if (!reply.IsSuccess)
        {
            return context.Judge(reply, Refusals);
        }

        var start = context.Time.GetTimestamp();
        var run = Read(reply);
        if (run.Id is not { Length: > 0 } id)
        {
            return context.NotLearned(FailureWords.NotJson(reply));
        }

        // A server that takes no notice of the field answers at once, like any other call.
        if (run.Status is not (ResponseStatus.Queued or ResponseStatus.InProgress) && reply.Json().Member("background") is not { ValueKind: JsonValueKind.True })
        {
            context.Take(ProbeAnswer.Of(run));
            return context.NotLearned("it was answered at once: the server seems to take no notice of 'background'");
        }

        var following = context.Follow(LongestPause);
        while (run.Status == ResponseStatus.Queued)
        {
            if (await following.NextAsync(new CreatedResource(ResourceKind.Response, id).Path) is not { } next)
            {
                return context.NotLearned(following.Problem is { } problem
                    ? $"it cannot be followed: {problem}"
                    : $"still in queue after {Seconds(context.Time.GetElapsedTime(start))}; raise --wait to see it leave") with
                {
                    Queued = context.Time.GetElapsedTime(start),
                };
            }

            run = Read(next);
        }

        var queued = context.Time.GetElapsedTime(start);
        if (run.Status is not ResponseStatus.InProgress)
        {
            context.Take(ProbeAnswer.Of(run));
        }

        return context.Works($"left the queue after {Seconds(queued)}") with { Queued = queued };
    }

    private static JsonObject BodyOf(ProbeRequest request)
    {
        var body = ProbeBody.Of(request);
        body["background"] = true;

        // Said outright, since what the service does without it differs from account to account.
        body["store"] = true;
        return body;
    }

    /// <exception cref="NotLearnedException">It is no response.</exception>
    private static ResponseSnapshot Read(ServiceReply reply) =>
        ResponseSnapshotReader.TryRead(reply.Body, out var run) && run.Status != ResponseStatus.Unknown
            ? run
            : throw new NotLearnedException(FailureWords.NotJson(reply));

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.#} s");
}
