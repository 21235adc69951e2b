using TypedLlm;

namespace Aot;

[LlmEndpoint(Primary = "5.4", Fallback = "6-luna")]
public interface IOrderDesk
{
    [Prompt("Read this order.\n{text}")]
    Task<Order> ReadAsync([Untrusted] string text, CancellationToken ct);

    [Prompt("List the items of this order.\n{text}")]
    IAsyncEnumerable<OrderItem> ListAsync([Untrusted] string text, CancellationToken ct);

    [Prompt("Read this order.\n{text}")]
    IAsyncEnumerable<LlmEvent<Order>> WatchAsync([Untrusted] string text, CancellationToken ct);

    [Prompt("How many parcels does this order take?\n{order}")]
    Task<int> CountParcelsAsync(Order order, CancellationToken ct);
}
