using TypedLlm.Catalog;
using TypedLlm.Chains;
using TypedLlm.Prompts;
using TypedLlm.Routing;
using TypedLlm.Tool.Cli;
using TypedLlm.Tool.Descriptors;
using TypedLlm.Tool.Environments;
using TypedLlm.Transports;

namespace TypedLlm.Tool.Rendering;

/// <summary>Makes the request of a call with the runtime's own body and transport, up to the point where it would leave the machine.</summary>
internal sealed class RequestRenderer(ToolEnvironment environment)
{
    // Never sent and never shown.
    private const string StandIn = "key";

    /// <exception cref="ToolException">The app could not send it.</exception>
    public async Task<RenderedRequest> RenderAsync(MethodDescriptor method, CallSettings settings, ChainTarget target, CancellationToken cancellationToken)
    {
        var provider = ProviderOf(target);
        using var recorder = new RequestRecorder(provider.Name);
        using var client = new HttpClient(recorder);
        var transport = new ResponsesTransport(
            client, new Uri(provider.BaseUrl!), static _ => new ValueTask<string>(StandIn), provider.Organization, provider.Project);
        try
        {
            using var body = RequestBody.Render(new PlaceholderPrompt(method), metadata: null);
            var format = method.Answer is { } answer ? new DescribedFormat(answer) : null;
            var mode = format is null ? AnswerMode.Text : AnswerModes.Of(target.Facts, EndpointKind.Responses);
            body.Follow(mode > AnswerMode.Schema ? format : null, correction: null);
            var head = settings.HeadFor(provider.WireNameOf(target.Id), method.Method.Stream, method.Method.Store) with { Format = format, Mode = mode };
            var content = body.WithHead(head);
            using var response = await transport.SendAsync(content, method.Method.Stream, cancellationToken);
            return recorder.Request!;
        }
        catch (PromptTooLargeException exception)
        {
            throw new ToolException($"{method.FullName}: {exception.Message} Shorten the prompt.", exception);
        }
    }

    private ProviderSettings ProviderOf(ChainTarget target)
    {
        var name = target.Facts.Provider ?? ProviderSettings.Default;
        var provider = environment.Provider(name) ?? throw new ToolException(
            $"'{target.Id}' is served by provider '{name}', which has no settings; set {TypedLlmOptions.SectionName}:Providers:{name}:BaseUrl, or name its address with --base-url {environment.Name}/{name}=URL.");
        var problems = new List<string>();
        TypedLlmOptionsValidator.CheckProvider(provider with { ApiKey = StandIn }, problems);
        return problems is [var problem, ..] ? throw new ToolException(problem) : provider;
    }
}
