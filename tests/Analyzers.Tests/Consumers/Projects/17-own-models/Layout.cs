using TypedLlm;

namespace Graphic.Design;

[LlmEndpoint(Primary = "default", Fallback = "eastus", Temperature = 0.7)]
public interface ILayout
{
    [Prompt("Place these boxes on {width} x {height}:\n{boxes}")]
    Task<string> PlaceAsync(int width, int height, string boxes, CancellationToken ct = default);
}

[LlmEndpoint(Primary = "5.4", Fallback = "5.3", Stream = true)]
public interface IColors
{
    [Prompt("Colors that go with {color}.")]
    IAsyncEnumerable<string> MatchAsync(string color, CancellationToken ct = default);
}
