using TypedLlm;
using TypedLlm.Simulator;

namespace Quickstart;

/// <summary>One thing to show: what the models do meanwhile, and the call that is made.</summary>
internal sealed record Scene(string Title, Action<SimulatorScripts> Script, Func<ISupportDesk, LlmCallOptions, Task<string>> Call)
{
    private const string Company = "Contoso";
    private const string Question = "My parcel has been in Hamburg for nine days. Where is it?";

    private static readonly Action<SimulatorScripts> NothingFails = static _ => { };

    public static Scene Streamed { get; } = new("an answer, token by token", NothingFails, StreamAsync);

    public static Scene[] Failing { get; } =
    [
        new("5.4 is refused (model_not_found)", static scripts => scripts.For("gpt-5.4").Always(Faults.ModelNotFound("gpt-5.4")), StreamAsync),
        new("5.4 answers 429, Retry-After: 1", static scripts => scripts.For("gpt-5.4").On(1, Faults.RateLimited(TimeSpan.FromSeconds(1))), StreamAsync),
        new("5.4 accepts the request and stays silent", static scripts => scripts.For("gpt-5.4").Always(Faults.Silence()), StreamAsync),
        new("5.4 is cut in the middle of a Task<string>", static scripts => scripts.For("gpt-5.4").Always(Faults.ResetAfterDeltas(10)), SummarizeAsync),
    ];

    private static async Task<string> StreamAsync(ISupportDesk desk, LlmCallOptions options)
    {
        var answer = "";
        await foreach (var text in desk.AnswerAsync(Company, Question, options))
        {
            Console.Write(text);
            answer += text;
        }

        Console.WriteLine();
        return answer;
    }

    private static async Task<string> SummarizeAsync(ISupportDesk desk, LlmCallOptions options)
    {
        var summary = await desk.SummarizeAsync(Company, Question, options);
        Console.WriteLine(summary);
        return summary;
    }
}
