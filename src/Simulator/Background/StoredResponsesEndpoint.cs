using System.Globalization;

namespace TypedLlm.Simulator;

/// <summary>The calls on responses that exist: <c>GET</c>, <c>DELETE</c> and <c>POST …/cancel</c> under <c>/v1/responses/{id}</c>.</summary>
internal sealed class StoredResponsesEndpoint(SimulatorOptions options, ResponseStore responses)
{
    public Task GetAsync(Exchange exchange)
    {
        var run = responses.Find(exchange.Id);
        return IsTrue(exchange, "stream") ? ResumeAsync(exchange, run) : SendAsync(exchange, run);
    }

    public Task DeleteAsync(Exchange exchange)
    {
        var run = responses.Find(exchange.Id);
        if (run.IsRunningAt(options.Clock.GetUtcNow()))
        {
            throw new ApiErrorException(ResponseErrors.DeletesRunning());
        }

        responses.Delete(exchange.Id);
        return exchange.SendDeletedAsync("response.deleted");
    }

    public Task CancelAsync(Exchange exchange)
    {
        var run = responses.Find(exchange.Id);
        if (!run.IsBackground)
        {
            throw new ApiErrorException(ResponseErrors.CancelsSynchronous());
        }

        var now = options.Clock.GetUtcNow();
        return run.TryCancel(now)
            ? SendAsync(exchange, run)
            : throw new ApiErrorException(ResponseErrors.CancelsEnded(run.StatusAt(now)));
    }

    private static bool IsTrue(Exchange exchange, string name) =>
        bool.TryParse(exchange.Context.Request.Query[name], out var value) && value;

    private Task SendAsync(Exchange exchange, ResponseRun run) =>
        exchange.SendAsync(json => ResponseWriter.Write(json, run.Answer, run.StatusAt(options.Clock.GetUtcNow()), run.EndsAt));

    private Task ResumeAsync(Exchange exchange, ResponseRun run)
    {
        if (!run.IsBackground || !run.Answer.Request.Stream)
        {
            throw new ApiErrorException(ResponseErrors.NotStreamable(run.IsBackground ? "stream" : "background"));
        }

        var query = exchange.Context.Request.Query;
        var after = -1;
        if (query.TryGetValue("starting_after", out var text) && (!int.TryParse(text, CultureInfo.InvariantCulture, out after) || after < 0))
        {
            throw new ApiErrorException(ApiErrors.InvalidType("starting_after", "a non-negative integer", $"'{text}'"));
        }

        var obfuscates = !query.ContainsKey("include_obfuscation") || IsTrue(exchange, "include_obfuscation");
        return new RunStream(exchange, run, options, obfuscates).SendAsync(after + 1);
    }
}
