namespace TypedLlm.Simulator;

/// <summary>Puts the endpoints together. A new call is an entry here.</summary>
internal static class SimulatedRoutes
{
    public static RouteTable Create(SimulatorOptions options, SimulatedModels models, SimulatorStores stores)
    {
        var access = new AccessRules(options);
        var ids = new WireIds(options.Seed);
        var modelCalls = new ModelsEndpoint(options, models);
        var composer = new AnswerComposer(options, ids);
        var responsesApi = new ResponsesApi(new TextRequestReader(models, access, stores.Files), composer);
        var chatApi = new ChatApi(new ChatRequestReader(models, access, stores.Files), composer, ids);
        var responses = new ResponsesEndpoint(options, responsesApi, stores.Responses);
        var chat = new ChatEndpoint(options, chatApi);
        var stored = new StoredResponsesEndpoint(options, stores.Responses);
        var files = new FilesEndpoint(options, stores.Files, ids);
        var runner = new BatchRunner(options, new Dictionary<string, ITextApi> { [BatchRequest.Responses] = responsesApi, [BatchRequest.Chat] = chatApi });
        var batches = new BatchesEndpoint(
            options, stores.Batches, new BatchFactory(options, stores, new BatchInputReader(models, access), runner), ids);
        return new RouteTable(
        [
            new("GET", "/v1/models", modelCalls.ListAsync),
            new("GET", "/v1/models/{**id}", modelCalls.GetAsync),
            new("POST", "/v1/responses", responses.CreateAsync) { AsksModel = true },
            new("GET", "/v1/responses/{id}", stored.GetAsync),
            new("DELETE", "/v1/responses/{id}", stored.DeleteAsync),
            new("POST", "/v1/responses/{id}/cancel", stored.CancelAsync),
            new("POST", "/v1/chat/completions", chat.CompleteAsync) { AsksModel = true },
            new("POST", "/v1/files", files.UploadAsync),
            new("GET", "/v1/files", files.ListAsync),
            new("GET", "/v1/files/{id}", files.GetAsync),
            new("DELETE", "/v1/files/{id}", files.DeleteAsync),
            new("GET", "/v1/files/{id}/content", files.DownloadAsync),
            new("POST", "/v1/batches", batches.CreateAsync),
            new("GET", "/v1/batches", batches.ListAsync),
            new("GET", "/v1/batches/{id}", batches.GetAsync),
            new("POST", "/v1/batches/{id}/cancel", batches.CancelAsync),
        ]);
    }
}
