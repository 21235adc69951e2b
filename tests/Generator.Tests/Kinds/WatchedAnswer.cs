using System.Text;
using TypedLlm.Generator.Tests.AnswerTypes;

namespace TypedLlm.Generator.Tests.Kinds;

/// <summary>What a caller sees of an answer that comes as events.</summary>
/// <param name="Text">What came as text; null if nothing did.</param>
/// <param name="View">What the last partial shows once all has arrived; null if there was none.</param>
/// <param name="Value">The value at the end.</param>
internal sealed record WatchedAnswer(string? Text, PartialShown? View, object? Value)
{
    public static async Task<WatchedAnswer> OfAsync<T>(IAsyncEnumerable<LlmEvent<T>> events)
    {
        var text = new StringBuilder();
        PartialShown? view = null;
        var isStarted = false;
        await foreach (var item in events)
        {
            switch (item)
            {
                case LlmEvent<T>.Started when !isStarted:
                    isStarted = true;
                    break;
                case LlmEvent<T>.Delta delta:
                    text.Append(delta.Text);
                    break;
                case LlmEvent<T>.Partial partial:
                    var shown = PartialShown.Of(partial.Value);
                    Assert.Null(shown.Fault() ?? view?.GoesBackIn(shown));
                    view = shown;
                    break;
                case LlmEvent<T>.Completed completed:
                    Assert.True(isStarted);
                    return new WatchedAnswer(text.Length == 0 ? null : text.ToString(), view, completed.Result.Value);
                default:
                    Assert.Fail($"{item} was not expected.");
                    break;
            }
        }

        throw new InvalidOperationException("The events ended without the answer.");
    }
}
