using System.Text.Json.Nodes;
using TypedLlm.Catalog;

namespace TypedLlm.Tool.Probes;

/// <summary>A streamed answer, read to its terminal event.</summary>
internal sealed class StreamingProbe : IProbe
{
    private static readonly RecordedRefusal[] Refusals =
    [
        new(400, "the account may not stream this model") { Codes = RecordedRefusal.Unsupported, Params = ["stream"] },
    ];

    public ProbeKind Kind => ProbeKind.Streaming;

    public bool IsLong => false;

    public ProbeLoad LoadOf(ProbeRequest request) => ProbeLoad.Of(BodyOf(request), ProbeBody.FewTokens);

    public async Task<ProbeResult> RunAsync(ProbeContext context)
    {
        var endpoint = context.Request.Endpoint;
        var streamed = await context.StreamAsync(BodyOf(context.Request), new StreamedReplyReader(endpoint).ReadAsync);
        if (!streamed.Reply.IsSuccess)
        {
            return context.Judge(streamed.Reply, Refusals);
        }

        if (!streamed.IsStream)
        {
            return context.NotLearned($"the answer is no event stream ({FailureWords.Facts(streamed.Reply)}): the server takes no notice of 'stream'");
        }

        if (streamed.Answer is not { } answer)
        {
            return context.NotLearned("the stream ended without its terminal event");
        }

        context.Take(answer);
        return context.Works("streamed to the end");
    }

    private static JsonObject BodyOf(ProbeRequest request)
    {
        var body = ProbeBody.Of(request);
        body["stream"] = true;
        if (request.Endpoint == EndpointKind.Chat)
        {
            body["stream_options"] = new JsonObject { ["include_usage"] = true };
        }

        return body;
    }
}
