using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace TypedLlm.Simulator;

/// <summary>Takes every request: logs it, routes it, and writes down what became of it.</summary>
internal sealed class SimulatedService(
    SimulatorOptions options, SimulatorLog log, SimulatorScripts scripts, SimulatorState state, RouteTable routes, CancellationToken stopping)
{
    private readonly WireIds _ids = new(options.Seed);
    private readonly AdminEndpoint _admin = new(scripts, log, state);
    private readonly HttpReplyWriter _httpReplies = new(options);
    private readonly AccessRules _access = new(options);

    public async Task HandleAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments(AdminEndpoint.Path))
        {
            await _admin.HandleAsync(context);
            return;
        }

        using var closed = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        var body = await RequestBodyReader.ReadAsync(context.Request, options.MaxRequestBytes, closed.Token);
        var peek = RequestPeek.At(body ?? []);
        var request = log.Add(peek.Model, (number, modelNumber) => Describe(context.Request, number, modelNumber, peek, body ?? []));
        var exchange = new Exchange(context, request, body ?? [], options, closed.Token);
        var end = await AnswerAsync(exchange, isTooLarge: body is null);
        request.End(new RequestOutcome(end, exchange.Status, exchange.Events, exchange.Deltas, options.Clock.GetUtcNow()));
        await LeaveAsync(exchange, end);
    }

    private async Task<RequestEnd> AnswerAsync(Exchange exchange, bool isTooLarge)
    {
        try
        {
            await (isTooLarge ? exchange.SendAsync(ApiErrors.BodyTooLarge(options.MaxRequestBytes)) : RouteAsync(exchange));
            return RequestEnd.Completed;
        }
        catch (ReplyBrokenException)
        {
            return RequestEnd.BrokenByScript;
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            // Kestrel disposes the socket of a client that is gone, maybe while it is written on.
            return stopping.IsCancellationRequested ? RequestEnd.SimulatorStopped : RequestEnd.ClosedByClient;
        }
        catch (Exception unexpected)
        {
            exchange.Request.Fail(unexpected);
            throw;
        }
    }

    private async Task RouteAsync(Exchange exchange)
    {
        var request = exchange.Context.Request;
        var route = routes.Find(request, out var id, out var unknown);
        exchange.Id = id;
        var (method, path) = (request.Method, request.Path.Value!);
        var reply = route is { AsksModel: true } ? scripts.Next(method, path, exchange.Request.Model) : scripts.Next(method, path);
        if (Authorization.Check(request, options.ApiKey) is { } refused)
        {
            await exchange.SendAsync(refused);
            return;
        }

        exchange.Reply = reply;
        await exchange.DelayAsync(reply.Pace.InitialDelay ?? options.InitialDelay);
        if (reply.Http is { } http)
        {
            await _httpReplies.WriteAsync(exchange, http);
            return;
        }

        if (reply.BreaksBeforeAnswer)
        {
            await exchange.OpenSink().StartAsync(StatusCodes.Status200OK, exchange.Headers("application/json"));
        }

        if ((_access.Call(method, path) ?? unknown) is { } lacking)
        {
            await exchange.SendAsync(lacking);
            return;
        }

        try
        {
            state.Settle();
            await route!.Handle(exchange);
        }
        catch (ApiErrorException refusal)
        {
            await exchange.SendAsync(refusal.Error);
        }
    }

    /// <summary>Kestrel must not add an answer of its own to what was, or was not, sent.</summary>
    private static async Task LeaveAsync(Exchange exchange, RequestEnd end)
    {
        if (exchange.AwaitsClient)
        {
            await exchange.HangAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (exchange.AwaitsClient || end is not RequestEnd.Completed)
        {
            exchange.Context.Abort();
        }
    }

    private LoggedRequest Describe(HttpRequest request, int number, int modelNumber, RequestPeek peek, byte[] body)
    {
        return new LoggedRequest
        {
            Number = number,
            ModelNumber = modelNumber,
            ArrivedAt = options.Clock.GetUtcNow(),
            Method = request.Method,
            Path = request.Path + request.QueryString,
            RequestId = _ids.Request(number.ToString(CultureInfo.InvariantCulture)),
            Model = peek.Model,
            IsStream = peek.IsStream,
            Headers = request.Headers.ToDictionary(
                header => header.Key,
                header => header.Key.Equals("authorization", StringComparison.OrdinalIgnoreCase)
                    ? CredentialFingerprint.Of(header.Value.ToString())
                    : header.Value.ToString(),
                StringComparer.OrdinalIgnoreCase),
            Body = Encoding.UTF8.GetString(body),
        };
    }
}
