namespace TypedLlm.Simulator;

/// <summary>The calls under <c>/v1/files</c>.</summary>
internal sealed class FilesEndpoint(SimulatorOptions options, FileStore files, WireIds ids)
{
    private const int MaxPage = 10_000;

    public async Task UploadAsync(Exchange exchange)
    {
        var upload = await UploadReader.ReadAsync(exchange.Context.Request.ContentType, exchange.Body, exchange.Closed);
        var file = UploadRules.ToFile(upload, ids.File(exchange.Source), options.Clock.GetUtcNow());
        file = exchange.Reply.File is { } outcome ? file with { Outcome = outcome } : file;
        files.Add(file);
        await exchange.SendAsync(json => FileWriter.Write(json, file));
    }

    public Task ListAsync(Exchange exchange)
    {
        var query = exchange.Context.Request.Query;
        var page = PageQuery.Read(query, defaultLimit: MaxPage, maxLimit: MaxPage);
        var now = options.Clock.GetUtcNow();
        var found = files.All.Where(file => !file.IsGoneAt(now) && (!query.TryGetValue("purpose", out var purpose) || file.Purpose == purpose));
        return exchange.SendAsync(json => page.Write(json, found, file => file.Id, FileWriter.Write));
    }

    public Task GetAsync(Exchange exchange) => exchange.SendAsync(json => FileWriter.Write(json, Find(exchange)));

    public Task DownloadAsync(Exchange exchange)
    {
        var file = Find(exchange);
        return exchange.SendAsync(StatusCodes.Status200OK, file.Content.ToArray(), exchange.Headers("application/octet-stream"));
    }

    public Task DeleteAsync(Exchange exchange) => files.Delete(exchange.Id)
        ? exchange.SendDeletedAsync("file")
        : throw new ApiErrorException(FileErrors.NoSuchFile(exchange.Id));

    private StoredFile Find(Exchange exchange) => files.Find(exchange.Id) ?? throw new ApiErrorException(FileErrors.NoSuchFile(exchange.Id));
}
