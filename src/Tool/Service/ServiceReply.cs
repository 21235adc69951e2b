using System.Net.Http.Headers;
using System.Text.Json;
using TypedLlm.Resilience;
using TypedLlm.Transports;

namespace TypedLlm.Tool.Service;

/// <summary>A whole answer of a service.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Body">The body, bounded.</param>
internal sealed record ServiceReply(int Status, HttpResponseHeaders Headers, byte[] Body)
{
    /// <summary>The most bytes of a body that are read.</summary>
    public const int MaxBody = 16 * 1024 * 1024;

    /// <summary>The media type of the body.</summary>
    public string? ContentType { get; init; }

    public bool IsSuccess => Status is >= 200 and < 300;

    public string? RequestId => Header("x-request-id");

    public ErrorFacts Error => ErrorReader.ReadBody(Body);

    public static async Task<ServiceReply> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await response.Content.LoadIntoBufferAsync(MaxBody, cancellationToken);
        return Of(response, await response.Content.ReadAsByteArrayAsync(cancellationToken));
    }

    public static ServiceReply Of(HttpResponseMessage response, byte[] body) => new((int)response.StatusCode, response.Headers, body)
    {
        ContentType = response.Content.Headers.ContentType?.MediaType,
    };

    public string? Header(string name) => Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    /// <summary>The body as a JSON object; null if it is none.</summary>
    public JsonElement? Json()
    {
        try
        {
            using var document = JsonDocument.Parse(Body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The answer as a failure, for the classifier that the runtime uses.</summary>
    public Failure ToFailure(TimeProvider time)
    {
        var error = Error;
        return new Failure(FailureSource.Status)
        {
            Status = Status,
            Code = error.Code,
            Type = error.Type,
            Param = error.Param,
            Message = error.Message,
            RequestId = RequestId,
            RetryAfter = RetryAfterReader.Read(Header("retry-after-ms"), Header("retry-after"), Header("date"), time),
            ShouldRetry = bool.TryParse(Header("x-should-retry"), out var shouldRetry) ? shouldRetry : null,
        };
    }
}
