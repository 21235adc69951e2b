using System.Text;
using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>Asks the models that a batch's lines name, as the calls themselves would.</summary>
internal sealed class BatchRunner(SimulatorOptions options, IReadOnlyDictionary<string, ITextApi> apis)
{
    /// <param name="line">The line.</param>
    /// <param name="endpoint">The call that it is for.</param>
    /// <param name="reply">What is scripted for it.</param>
    /// <param name="source">What its ids are made from.</param>
    /// <param name="now">When it is run.</param>
    public BatchLineResult Run(BatchLine line, string endpoint, ScriptedReply reply, string source, DateTimeOffset now)
    {
        if (reply.Http is { } http)
        {
            return new BatchLineResult(http.Status, JsonOf(http.Body));
        }

        try
        {
            if (endpoint == BatchRequest.Chat && IsRefusedOnChat(line.Model))
            {
                throw new ApiErrorException(ApiErrors.ModelNotFound($"{line.Model.Echo}-batch"));
            }

            var api = apis[endpoint];
            var answer = api.Ask(line.Body, reply, source, now);
            return new BatchLineResult(StatusCodes.Status200OK, WireJson.ToBytes(json => api.Write(json, answer, now))) { Answer = answer };
        }
        catch (ApiErrorException refused)
        {
            return new BatchLineResult(refused.Error.Status, Encoding.UTF8.GetBytes(refused.Error.ToJson()));
        }
    }

    private bool IsRefusedOnChat(SimulatedModel model) =>
        options.ModelsWithoutChatBatch.Contains(model.Id) || options.ModelsWithoutChatBatch.Contains(model.Facts.Id);

    /// <summary>A body that is no JSON, such as a proxy's page, is a text in the file.</summary>
    private static byte[] JsonOf(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return Encoding.UTF8.GetBytes(body);
        }
        catch (JsonException)
        {
            return WireJson.ToBytes(json => json.WriteStringValue(body));
        }
    }
}
