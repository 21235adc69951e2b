using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Fabrikam.Tickets.Worker;

public enum Priority
{
    Low,
    Normal,
    Urgent,
}

public sealed record Ticket(Guid Id, string Subject, string Body, Priority Priority, DateTimeOffset Received);

public interface ITicketQueue
{
    IAsyncEnumerable<Ticket> ReadAsync(CancellationToken ct);
}

internal sealed class InMemoryTicketQueue : ITicketQueue
{
    private readonly Channel<Ticket> _channel = Channel.CreateBounded<Ticket>(100);

    public async IAsyncEnumerable<Ticket> ReadAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var ticket in _channel.Reader.ReadAllAsync(ct))
        {
            yield return ticket;
        }
    }
}
