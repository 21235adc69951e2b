using TypedLlm.Tool.Service;

namespace TypedLlm.Tool.Probes;

/// <summary>What came of a streamed request.</summary>
/// <param name="Reply">Status and headers; the body only where it is no stream.</param>
/// <param name="IsStream">Whether events came.</param>
/// <param name="Answer">The answer that the terminal event carried; null if the stream ended without one.</param>
internal sealed record StreamedReply(ServiceReply Reply, bool IsStream, ProbeAnswer? Answer);
