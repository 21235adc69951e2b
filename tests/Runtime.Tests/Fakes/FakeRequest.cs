using System.Text.Json;

namespace TypedLlm.Runtime.Tests.Fakes;

/// <summary>A request as it arrived.</summary>
internal sealed record FakeRequest(string Model, bool Stream, string? Key, string Body, DateTimeOffset At, CancellationToken Aborted)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;
}
