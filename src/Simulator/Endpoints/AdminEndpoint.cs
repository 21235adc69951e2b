using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>Scripts, log and state over HTTP, for clients in other processes and languages.</summary>
internal sealed class AdminEndpoint(SimulatorScripts scripts, SimulatorLog log, SimulatorState state)
{
    public const string Path = "/simulator";

    /// <summary>Every call, as in <c>GET /simulator/log</c>.</summary>
    public static IReadOnlyList<string> Calls { get; } =
        [$"POST {Path}/scripts", $"DELETE {Path}/scripts", $"GET {Path}/log", $"GET {Path}/state"];

    public Task HandleAsync(HttpContext context) => (context.Request.Method, context.Request.Path.Value) switch
    {
        ("POST", $"{Path}/scripts") => AddAsync(context),
        ("DELETE", $"{Path}/scripts") => ClearAsync(context),
        ("GET", $"{Path}/log") => context.Response.WriteAsJsonAsync(log.Requests, ScriptJson.Options),
        ("GET", $"{Path}/state") => context.Response.WriteAsJsonAsync(state, ScriptJson.Options),
        _ => RefuseAsync(context, StatusCodes.Status404NotFound,
            $"There is only {string.Join(", ", Calls)}."),
    };

    private async Task AddAsync(HttpContext context)
    {
        try
        {
            var entry = await JsonSerializer.DeserializeAsync<ScriptEntry>(context.Request.Body, ScriptJson.Options, context.RequestAborted)
                ?? throw new ArgumentException("A script is expected, and not null.");
            entry.AddTo(scripts);
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }
        catch (JsonException wrong)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, ScriptJson.Explain(wrong));
        }
        catch (ArgumentException wrong)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, wrong.Message);
        }
    }

    private Task ClearAsync(HttpContext context)
    {
        scripts.Clear();
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static Task RefuseAsync(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(new ApiError(status, message).ToJson(), context.RequestAborted);
    }
}
