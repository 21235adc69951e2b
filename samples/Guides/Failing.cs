using TypedLlm;

namespace Guides;

internal static class Failing
{
    public static async Task<string> TranslateOrApologizeAsync(ITranslator translator, string text, CancellationToken ct)
    {
        // <catch>
        try
        {
            return await translator.TranslateAsync("French", text, ct);
        }
        catch (LlmException exception) when (exception.Kind is LlmFailureKind.RateLimited or LlmFailureKind.Overloaded)
        {
            foreach (var attempt in exception.Attempts)
            {
                Console.Error.WriteLine($"{attempt.Model}: {attempt.Failure} {attempt.Status} {attempt.RequestId} {attempt.Reason}");
            }

            return "Please try again in a minute.";
        }
        // </catch>
    }

    public static async Task<string> ShowBugAsync(IReviewer reviewer, string diff, CancellationToken ct)
    {
        // <restart>
        var shown = "";
        await foreach (var item in reviewer.FindBugAsync(diff, ct))
        {
            switch (item)
            {
                case LlmEvent<string>.Delta delta:
                    shown += delta.Text;
                    break;
                case LlmEvent<string>.Restarted:
                    shown = ""; // what came before is void
                    break;
                default: // more kinds of events may come with later versions
                    break;
            }
        }
        // </restart>

        return shown;
    }
}
