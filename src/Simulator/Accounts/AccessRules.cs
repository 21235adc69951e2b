using TypedLlm.Catalog;

namespace TypedLlm.Simulator;

/// <summary>What is refused because the account may not, or because the model cannot. What the catalog does not know is not refused.</summary>
internal sealed class AccessRules(SimulatorOptions options)
{
    private SimulatedAccount Account => options.Account;

    /// <summary>Whether the account has a model at all.</summary>
    public bool Has(string id, ModelFacts facts) => !Names(Account.MissingModels, id, facts);

    public ApiError? Call(string method, string path)
    {
        if (Account.MissingPatterns.Any(call => call.Matches(method, path)))
        {
            return ApiErrors.UnknownUrl(method, path);
        }

        return Account.ForbiddenPatterns.Any(call => call.Matches(method, path)) ? ApiErrors.MissingScope(method, path) : null;
    }

    public ApiError? Streaming(SimulatedModel model, EndpointKind kind) => model switch
    {
        _ when Names(Account.WithoutStreaming, model) => ApiErrors.StreamNotAllowed(),
        _ when CapabilitiesOf(model, kind)?.Streaming is false => ApiErrors.UnsupportedParameter("stream"),
        _ => null,
    };

    public ApiError? Background(SimulatedModel model) =>
        Names(Account.WithoutBackground, model) || CapabilitiesOf(model, EndpointKind.Responses)?.Background is false
            ? ApiErrors.UnsupportedParameter("background")
            : null;

    /// <summary>Whether a JSON schema is refused; <paramref name="param"/> is where the request names it.</summary>
    public ApiError? Structured(SimulatedModel model, EndpointKind kind, string param) =>
        Names(Account.WithoutStructured, model) || CapabilitiesOf(model, kind)?.Structured is false
            ? ApiErrors.FormatNotSupported(param, "json_schema")
            : null;

    /// <summary>Whether JSON without a schema is refused; <paramref name="param"/> is where the request names it.</summary>
    public static ApiError? JsonMode(SimulatedModel model, EndpointKind kind, string param) =>
        CapabilitiesOf(model, kind)?.JsonMode is false ? ApiErrors.FormatNotSupported(param, TextFormat.JsonObject) : null;

    /// <summary>Whether a file is refused; <paramref name="type"/> is the part's type and <paramref name="param"/> where it stands.</summary>
    public ApiError? Files(SimulatedModel model, EndpointKind kind, string type, string param) =>
        Names(Account.WithoutPdf, model) || CapabilitiesOf(model, kind)?.Pdf is false ? ApiErrors.FilesNotSupported(type, param) : null;

    /// <summary>Whether an image is refused; <paramref name="param"/> is where the part's type stands.</summary>
    public ApiError? Images(SimulatedModel model, EndpointKind kind, string param) =>
        Names(Account.WithoutImages, model) || CapabilitiesOf(model, kind)?.Image is false ? ApiErrors.ImagesNotSupported(param) : null;

    /// <summary>Whether a batch for the call takes the model, if only to refuse its lines one by one.</summary>
    public bool AllowsBatch(SimulatedModel model, EndpointKind kind) => !Names(Account.WithoutBatch, model)
        && (CapabilitiesOf(model, kind)?.Batch is not false || (kind is EndpointKind.Chat && RefusesLinesOfChat(model)));

    /// <summary>Whether the model is taken into batches for chat, where its lines then do not find it.</summary>
    public bool RefusesLinesOfChat(SimulatedModel model) => Names(options.ModelsWithoutChatBatch, model);

    private static EndpointCapabilities? CapabilitiesOf(SimulatedModel model, EndpointKind kind) => model.Facts.Capabilities?.On(kind);

    private static bool Names(IEnumerable<string> models, SimulatedModel model) => Names(models, model.Id, model.Facts);

    private static bool Names(IEnumerable<string> models, string id, ModelFacts facts) =>
        models.Contains(SimulatedAccount.EveryModel) || models.Contains(id) || models.Contains(facts.Id);
}
