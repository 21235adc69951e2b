namespace TypedLlm.Simulator;

/// <summary>What a simulator that was started by hand says for itself.</summary>
internal static class Greeting
{
    public static string For(Uri baseUrl) => $$"""
        The simulator serves an OpenAI-compatible API at {{baseUrl}}

          GET  /v1/models, /v1/models/{id}
          POST /v1/responses (whole, stream, background), /v1/chat/completions (whole)
          GET  /v1/responses/{id}, POST /v1/responses/{id}/cancel, DELETE /v1/responses/{id}
          POST, GET /v1/files, GET /v1/files/{id}, /v1/files/{id}/content, DELETE /v1/files/{id}
          POST, GET /v1/batches, GET /v1/batches/{id}, POST /v1/batches/{id}/cancel
          POST, DELETE /simulator/scripts, GET /simulator/log

        Point a client at it (any key will do):

          export OPENAI_BASE_URL={{baseUrl}} OPENAI_API_KEY=simulated

        Script a fault:

          curl {{new Uri(baseUrl, "/simulator/scripts")}} -d '{"model":"gpt-5.4","request":1,"fault":"rate_limited"}'

        Ctrl+C stops it.
        """;
}
