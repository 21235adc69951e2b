using System;
using System.Threading;
using System.Threading.Tasks;
using TypedLlm;

namespace Translate;

internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        if (args.Length < 2)
        {
            Console.Error.WriteLine("translate <language> <text>");
            return 2;
        }

        using var source = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            source.Cancel();
        };
        var key = Environment.GetEnvironmentVariable("OPENAI_API_KEY") ?? throw new InvalidOperationException("OPENAI_API_KEY is not set.");
        using var runtime = LlmRuntime.Create(key);
        ITranslator translator = new TranslatorEndpoint(runtime);
        Console.WriteLine(await translator.TranslateAsync(args[0], string.Join(' ', args[1..]), source.Token));
        return 0;
    }
}

[LlmEndpoint(Primary = LlmModels.Gpt6Luna, Fallback = LlmModels.Gpt54Mini)]
internal interface ITranslator
{
    [Prompt("Translate into {language}, and answer with the translation alone:\n{text}")]
    Task<string> TranslateAsync(string language, string text, CancellationToken cancellationToken);
}
