using System.Text.Json;
using TypedLlm.Catalog;

namespace TypedLlm.Simulator;

/// <summary><c>GET /v1/models</c> and <c>GET /v1/models/{id}</c>. Models that were shut down are in neither.</summary>
internal sealed class ModelsEndpoint(SimulatorOptions options, SimulatedModels models)
{
    private static readonly byte[] Page = "<!DOCTYPE html>\n<html><head><title>Welcome</title></head><body><h1>Welcome</h1></body></html>\n"u8.ToArray();

    public Task ListAsync(Exchange exchange) => options.Account.ModelList switch
    {
        ModelListShape.Html => exchange.SendAsync(StatusCodes.Status200OK, Page, exchange.Headers("text/html; charset=utf-8")),
        ModelListShape.Empty => SendListAsync(exchange, []),
        _ => SendListAsync(exchange, models.All),
    };

    public Task GetAsync(Exchange exchange) => models.Find(exchange.Id) is { } model
        ? exchange.SendAsync(json => Write(json, exchange.Id, model.Facts))
        : exchange.SendAsync(ApiErrors.NoSuchModel(exchange.Id));

    private Task SendListAsync(Exchange exchange, IEnumerable<(string Id, ModelFacts Facts)> listed) => exchange.SendAsync(json =>
    {
        json.WriteStartObject();
        json.WriteString("object", "list");
        json.WriteStartArray("data");
        foreach (var (id, facts) in listed)
        {
            Write(json, id, facts);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private void Write(Utf8JsonWriter json, string id, ModelFacts facts)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        if (options.Account.ModelList is ModelListShape.IdsOnly)
        {
            json.WriteEndObject();
            return;
        }

        json.WriteString("object", "model");
        json.WriteNumber("created", Created(facts));
        json.WriteString("owned_by", "system");
        switch (options.ShutdownDates)
        {
            case ShutdownDateShape.Present:
                json.WriteString("shutdown_date", facts.ShutdownDate?.ToString());
                break;
            case ShutdownDateShape.Null:
                json.WriteNull("shutdown_date");
                break;
        }

        json.WriteEndObject();
    }

    private static long Created(ModelFacts facts) => facts.Released is { } day
        ? new DateTimeOffset(day.Year, day.Month, day.Day, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds()
        : 0;
}
