using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>A request and the answer to it, with what both need: the clock, the headers, the count of what was sent.</summary>
internal sealed class Exchange(HttpContext context, LoggedRequest request, byte[] body, SimulatorOptions options, CancellationToken closed)
{
    public HttpContext Context => context;

    public LoggedRequest Request => request;

    public byte[] Body => body;

    /// <exception cref="ApiErrorException">The request does not say that its body is JSON.</exception>
    public byte[] JsonBody() => context.Request.HasJsonContentType() ? body : throw new ApiErrorException(ApiErrors.ContentType(context.Request.ContentType));

    /// <summary>Fires when the client is gone or the simulator stops.</summary>
    public CancellationToken Closed => closed;

    /// <summary>What the path names: the part that stands for an id.</summary>
    public string Id { get; set; } = "";

    /// <summary>Whatever the request creates is named after its number.</summary>
    public string Source { get; } = request.Number.ToString(CultureInfo.InvariantCulture);

    /// <summary>What is scripted for the request.</summary>
    public ScriptedReply Reply { get; set; } = ScriptedReply.Normal;

    public int Status { get; set; }

    public int Events { get; private set; }

    public int Deltas { get; private set; }

    /// <summary>The socket was closed for sending; the connection belongs to the client until it goes.</summary>
    public bool AwaitsClient { get; set; }

    public void CountEvent(bool isDelta)
    {
        Events++;
        Deltas += isDelta ? 1 : 0;
    }

    public Task DelayAsync(TimeSpan delay) =>
        delay == TimeSpan.Zero ? Task.CompletedTask : Task.Delay(delay, options.Clock, closed);

    /// <summary>Does nothing until the client is gone.</summary>
    public Task HangAsync() => DelayAsync(Timeout.InfiniteTimeSpan);

    public IReplySink OpenSink() => OpenSink(Reply);

    /// <summary>For an answer that is one body of so many bytes.</summary>
    public IReplySink OpenSink(int bodyBytes) => OpenSink(Reply.ForBodyOf(bodyBytes));

    public Task SendAsync(ApiError error) => SendAsync(error.Status, Encoding.UTF8.GetBytes(error.ToJson()), Headers("application/json"));

    /// <summary>Sends the JSON that <paramref name="write"/> writes.</summary>
    public Task SendAsync(Action<Utf8JsonWriter> write) => SendAsync(write, Headers("application/json"));

    public Task SendAsync(Action<Utf8JsonWriter> write, Dictionary<string, string> headers) =>
        SendAsync(StatusCodes.Status200OK, WireJson.ToBytes(write), headers);

    /// <summary>Confirms that the object whose id is in the path was deleted.</summary>
    public Task SendDeletedAsync(string what) => SendAsync(json =>
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteString("object", what);
        json.WriteBoolean("deleted", true);
        json.WriteEndObject();
    });

    /// <summary>Sends a whole answer, broken and paced as the script says.</summary>
    public async Task SendAsync(int status, byte[] content, Dictionary<string, string> headers)
    {
        var sink = OpenSink(content.Length);
        Status = status;
        await sink.StartAsync(status, headers);
        await sink.WriteAsync(content);
        await sink.EndAsync();
    }

    /// <summary>The headers of every answer of the service.</summary>
    public Dictionary<string, string> Headers(string contentType)
    {
        var now = options.Clock.GetUtcNow();
        return new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["date"] = now.ToString("R", CultureInfo.InvariantCulture),
            ["content-type"] = contentType,
            ["x-request-id"] = request.RequestId,
            ["openai-version"] = "2020-10-01",
            ["openai-processing-ms"] = ((long)(now - request.ArrivedAt).TotalMilliseconds).ToString(CultureInfo.InvariantCulture),
        };
    }

    private IReplySink OpenSink(ScriptedReply reply) => reply.IsBelowHttp
        ? new SocketSink(this, reply)
        : new KestrelSink(context.Response, options.BatchEvents, closed);
}
