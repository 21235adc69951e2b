using System.Text.Json.Nodes;
using TypedLlm.Catalog;
using TypedLlm.Tool.Service;

namespace TypedLlm.Tool.Probes;

/// <summary>What one probe works with, and the words for its result.</summary>
internal sealed class ProbeContext
{
    public required ProbeRequest Request { get; init; }

    public required ProbeSession Session { get; init; }

    public required ProbePayment Payment { get; init; }

    public required CreatedResources Created { get; init; }

    public required PendingBatches Pending { get; init; }

    public required ProbeProgress Progress { get; init; }

    public required TimeProvider Time { get; init; }

    /// <summary>How long runs and batches are followed, for all that the probe starts together.</summary>
    public required TimeSpan Wait { get; init; }

    /// <summary>Names what this probe makes, so that it is found again.</summary>
    public required string Tag { get; init; }

    /// <summary>Sends a request for a whole answer that is not kept.</summary>
    /// <exception cref="NotLearnedException">There is no answer that says something.</exception>
    public Task<ServiceReply> AskAsync(JsonObject body) => Session.SendAsync(BilledCall(body));

    /// <exception cref="NotLearnedException">There is no answer that says something.</exception>
    public Task<StreamedReply> StreamAsync(JsonObject body, Func<HttpResponseMessage, CancellationToken, Task<StreamedReply>> read) =>
        Session.StreamAsync(BilledCall(body), read);

    /// <summary>Posts what makes something at the provider; it is removed when the probe is over.</summary>
    /// <exception cref="NotLearnedException">There is no answer that says something.</exception>
    public Task<ServiceReply> CreateAsync(ResourceKind kind, string path, Func<HttpContent> content, bool isBilled = false) =>
        Session.CreateAsync(Created, kind, new ServiceCall(HttpMethod.Post, path, content) { IsBilled = isBilled });

    /// <summary>Follows something until it is as wanted or the time is over.</summary>
    public Following Follow(TimeSpan longestPause) => new(Session, Time, Time.GetUtcNow() + Wait, longestPause);

    /// <summary>Reads an answer that is whole or cut by the limit.</summary>
    /// <exception cref="NotLearnedException">It is none.</exception>
    public ProbeAnswer ReadAnswer(EndpointKind endpoint, ServiceReply reply)
    {
        var answer = ProbeAnswer.Read(endpoint, reply.Body) ?? throw new NotLearnedException(FailureWords.NotJson(reply));
        Take(answer);
        return answer;
    }

    /// <summary>Counts what an answer cost, and goes on only if it is a recorded success.</summary>
    /// <exception cref="NotLearnedException">It is none.</exception>
    public void Take(ProbeAnswer answer, bool isBatch = false)
    {
        Session.Pay(answer.Usage, answer.Tier, isBatch);
        if (answer.Failure is { } failure)
        {
            Session.Judge(failure);
        }

        if (answer.Problem is { } problem)
        {
            throw new NotLearnedException(problem);
        }
    }

    /// <summary>What an error means: one of the recorded refusals, or nothing.</summary>
    public ProbeResult Judge(ServiceReply reply, IReadOnlyList<RecordedRefusal> refusals) =>
        NoAccess.Refusals.Concat(refusals).FirstOrDefault(refusal => refusal.Matches(reply.Status, reply.Error)) is { } recorded
            ? Refused($"{recorded.Detail} ({FailureWords.Facts(reply)})") with { IsNoAccess = recorded.IsNoAccess }
            : NotLearned(FailureWords.NotRecorded(reply, Time));

    public ProbeResult Works(string detail) => Result(ProbeVerdict.Works, detail);

    public ProbeResult Refused(string detail) => Result(ProbeVerdict.Refused, detail);

    public ProbeResult NotLearned(string detail) => Result(ProbeVerdict.NotLearned, detail);

    private ProbeResult Result(ProbeVerdict verdict, string detail) => new(Request, verdict, detail)
    {
        Cost = Payment.Cost,
        Limits = Session.Limits,
        RequestId = Session.RequestId,
    };

    private ServiceCall BilledCall(JsonObject body) =>
        new(HttpMethod.Post, ProbeBody.PathOf(Request.Endpoint), () => ProbeBody.Json(body)) { IsBilled = true };
}
