using System.Text.Json.Nodes;
using TypedLlm.Tool.Service;

namespace TypedLlm.Tool.Probes;

/// <summary>A probe of one request with one whole answer.</summary>
internal abstract class AnswerProbe : IProbe
{
    public abstract ProbeKind Kind { get; }

    public bool IsLong => false;

    protected virtual int MaxTokens => ProbeBody.FewTokens;

    /// <summary>Tokens of the input that its bytes do not show.</summary>
    protected virtual int UnseenTokens => 0;

    public ProbeLoad LoadOf(ProbeRequest request) => ProbeLoad.Of(BodyOf(request), MaxTokens, UnseenTokens);

    public async Task<ProbeResult> RunAsync(ProbeContext context)
    {
        var body = BodyOf(context.Request);
        var reply = await context.AskAsync(body);
        return reply.IsSuccess ? Read(context, context.ReadAnswer(context.Request.Endpoint, reply)) : context.Judge(reply, RefusalsOf(context.Request));
    }

    protected abstract JsonObject BodyOf(ProbeRequest request);

    protected abstract IReadOnlyList<RecordedRefusal> RefusalsOf(ProbeRequest request);

    /// <summary>What an answer says that is whole, or cut by the limit.</summary>
    protected virtual ProbeResult Read(ProbeContext context, ProbeAnswer answer) => context.Works("answered");
}
