using System.ClientModel.Primitives;

namespace TypedLlm.Transports;

/// <summary>
/// Stands where the SDK wants a credential and where it wants retries. <see cref="ResponsesTransport"/> asks for the key of each request itself,
/// before the pipeline runs, so that a failing key source is not mistaken for a failing network; and retries have one owner, which is not the SDK.
/// </summary>
internal sealed class PassThroughPolicy : AuthenticationPolicy
{
    public static readonly PassThroughPolicy Instance = new();

    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex) =>
        ProcessNext(message, pipeline, currentIndex);

    public override ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex) =>
        ProcessNextAsync(message, pipeline, currentIndex);
}
