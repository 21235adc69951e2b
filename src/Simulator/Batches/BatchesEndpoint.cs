namespace TypedLlm.Simulator;

/// <summary>The calls under <c>/v1/batches</c>.</summary>
internal sealed class BatchesEndpoint(SimulatorOptions options, BatchStore batches, BatchFactory factory, WireIds ids)
{
    public Task CreateAsync(Exchange exchange)
    {
        var request = BatchRequestReader.Read(exchange.JsonBody());
        var batch = factory.Create(request, exchange.Reply.Batch, ids.Batch(exchange.Source));
        batches.Add(batch);

        // However short the validation: nobody sees its end in the answer to the creation.
        return exchange.SendAsync(json => BatchWriter.Write(json, batch, batch.Times.CreatedAt.AddTicks(-1)));
    }

    public Task GetAsync(Exchange exchange) => SendAsync(exchange, batches.Find(exchange.Id));

    public Task CancelAsync(Exchange exchange)
    {
        var batch = batches.Find(exchange.Id);
        var now = options.Clock.GetUtcNow();
        return batch.TryCancel(now)
            ? SendAsync(exchange, batch)
            : throw new ApiErrorException(BatchErrors.CannotCancel(batch.StatusAt(now).Word));
    }

    public Task ListAsync(Exchange exchange)
    {
        var page = PageQuery.Read(exchange.Context.Request.Query, defaultLimit: 20, maxLimit: 100);
        var now = options.Clock.GetUtcNow();
        return exchange.SendAsync(json => page.Write(json, batches.All, batch => batch.Id, (entry, batch) => BatchWriter.Write(entry, batch, now)));
    }

    private Task SendAsync(Exchange exchange, SimulatedBatch batch) =>
        exchange.SendAsync(json => BatchWriter.Write(json, batch, options.Clock.GetUtcNow()));
}
