using System.Text;
using System.Text.Json.Nodes;

namespace TypedLlm.Tool.Probes;

/// <summary>The most tokens that a probe is charged for.</summary>
/// <param name="Input">Tokens that go in.</param>
/// <param name="Output">Tokens that come out, reasoning included.</param>
/// <param name="IsBatch">Whether it costs what a batch costs.</param>
internal sealed record ProbeLoad(long Input, long Output, bool IsBatch = false)
{
    /// <summary>What the service adds around a message.</summary>
    private const int Framing = 64;

    /// <summary>A token is at least one byte of the request; what bytes do not show, such as pages, is added by the caller.</summary>
    public static ProbeLoad Of(JsonObject body, int output, int unseen = 0) =>
        new(Encoding.UTF8.GetByteCount(body.ToJsonString()) + Framing + unseen, output);

    public static ProbeLoad operator +(ProbeLoad one, ProbeLoad other) => new(one.Input + other.Input, one.Output + other.Output, one.IsBatch);
}
