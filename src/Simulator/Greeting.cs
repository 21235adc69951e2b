namespace TypedLlm.Simulator;

/// <summary>What a simulator that was started by hand says for itself.</summary>
internal static class Greeting
{
    private const string Open = "\n\nIt listens on every address of this machine, so that other machines reach it, too.";

    public static string For(Uri baseUrl, bool isOpen, IEnumerable<string> calls) => $$"""
        The simulator serves an OpenAI-compatible API at {{baseUrl}}{{(isOpen ? Open : "")}}

          {{string.Join("\n  ", calls)}}

          {{string.Join("\n  ", AdminEndpoint.Calls)}}

        Point a client at it (any key will do):

          export OPENAI_BASE_URL={{baseUrl}} OPENAI_API_KEY=simulated

        Script a fault:

          curl {{new Uri(baseUrl, $"{AdminEndpoint.Path}/scripts")}} -d '{"model":"gpt-5.4","request":1,"fault":"rate_limited"}'

        Ctrl+C stops it.
        """;
}
