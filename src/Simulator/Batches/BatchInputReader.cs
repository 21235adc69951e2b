using System.Text;
using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>Reads an input file line by line and finds what the service finds when it validates a batch.</summary>
internal sealed class BatchInputReader(SimulatedModels models, AccessRules access)
{
    private const int MaxLines = 50_000;

    public BatchInput Read(ReadOnlyMemory<byte> content, string endpoint)
    {
        var (lines, errors, ids) = (new List<BatchLine>(), new List<BatchError>(), new HashSet<string>(StringComparer.Ordinal));
        var (number, tokens) = (0, 0);
        foreach (var range in content.Span.Split((byte)'\n'))
        {
            number++;
            var line = content[range];
            if (line.Span.Trim(" \t\r"u8).IsEmpty)
            {
                continue;
            }

            try
            {
                var read = ReadLine(line, endpoint);
                if (!ids.Add(read.CustomId))
                {
                    throw new BatchLineException(BatchErrors.DuplicateId(read.CustomId));
                }

                if (lines is [var first, ..] && first.Model.Facts.Id != read.Model.Facts.Id)
                {
                    throw new BatchLineException(BatchErrors.OtherModel());
                }

                lines.Add(read);
                tokens += TokenSplitter.Count(Encoding.UTF8.GetString(read.Body.Span));
            }
            catch (BatchLineException wrong)
            {
                errors.Add(wrong.Error with { Line = number });
            }
        }

        return (lines.Count, errors.Count) switch
        {
            (0, 0) => BatchInput.Refused(BatchErrors.Empty()),
            ( > MaxLines, _) => BatchInput.Refused(BatchErrors.TooManyLines(MaxLines)),
            _ => new BatchInput(lines, errors) { Tokens = tokens },
        };
    }

    private BatchLine ReadLine(ReadOnlyMemory<byte> line, string endpoint)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind is JsonValueKind.Object
                ? ReadRequest(document.RootElement, endpoint)
                : throw new BatchLineException(BatchErrors.NotJson());
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            throw new BatchLineException(BatchErrors.NotJson());
        }
        catch (ApiErrorException refused)
        {
            throw new BatchLineException(new BatchError(refused.Error.Code ?? "invalid_request", refused.Error.Message, refused.Error.Param));
        }
    }

    private BatchLine ReadRequest(JsonElement line, string endpoint)
    {
        var id = FieldReader.RequiredString(Required(line, "custom_id"), "custom_id");
        FieldReader.OneOf(Required(line, "method"), "method", ["POST"]);
        if (FieldReader.RequiredString(Required(line, "url"), "url") != endpoint)
        {
            throw new BatchLineException(BatchErrors.WrongUrl());
        }

        var body = Required(line, "body");
        return body.ValueKind is JsonValueKind.Object
            ? new BatchLine(id, ReadModel(body, endpoint), Encoding.UTF8.GetBytes(body.GetRawText()))
            : throw FieldReader.WrongType(body, "body", "an object");
    }

    private SimulatedModel ReadModel(JsonElement body, string endpoint)
    {
        if (!body.TryGetProperty("model", out var model) || model.ValueKind is not JsonValueKind.String)
        {
            throw new BatchLineException(BatchErrors.NoModel());
        }

        if (endpoint == BatchRequest.Chat && !body.TryGetProperty("messages", out _))
        {
            throw new BatchLineException(BatchErrors.NoMessages());
        }

        if (body.TryGetProperty("stream", out var stream) && stream.ValueKind is JsonValueKind.True)
        {
            throw new BatchLineException(BatchErrors.Streams(endpoint));
        }

        var id = model.GetString()!;
        return models.Find(id) is { } found && access.AllowsBatch(found)
            ? found
            : throw new BatchLineException(BatchErrors.ModelNotSupported(id));
    }

    private static JsonElement Required(JsonElement line, string name) => line.TryGetProperty(name, out var value)
        ? value
        : throw new ApiErrorException(ApiErrors.MissingParameter(name));
}
