using System.Text.Json;
using TypedLlm.Catalog;

namespace TypedLlm.Simulator;

/// <summary>Reads the body of <c>POST /v1/chat/completions</c> and refuses what the service refuses.</summary>
internal sealed class ChatRequestReader(SimulatedModels models, AccessRules access, FileStore files)
{
    private readonly ChatMessageReader _messages = new(files);

    /// <exception cref="ApiErrorException">The service would refuse the request.</exception>
    public TextRequest Read(ReadOnlyMemory<byte> body) => RequestJson.Read(body, Read);

    private TextRequest Read(JsonElement root)
    {
        if (!root.TryGetProperty("model", out var modelField))
        {
            throw new ApiErrorException(ApiErrors.MissingParameter("model"));
        }

        var id = FieldReader.RequiredString(modelField, "model");
        var model = models.Find(id) ?? throw new ApiErrorException(ApiErrors.ModelNotFound(id));
        var request = new ChatRequest(new TextRequest { Model = model, Messages = [], Store = false });
        foreach (var property in root.EnumerateObject())
        {
            request = ReadField(request, property.Name, property.Value);
        }

        var text = ChatRules.Check(request);
        RequestAccess.Check(text, access, EndpointKind.Chat, "response_format");
        return text;
    }

    private ChatRequest ReadField(ChatRequest request, string name, JsonElement value)
    {
        var text = request.Text;
        switch (name)
        {
            case "model":
                return request;
            case "messages":
                return request with { HasMessages = true, Text = text with { Messages = _messages.Read(value) } };
            case "max_completion_tokens":
                return With(text with { MaxOutputTokens = ReadLimit(text, name, value) ?? text.MaxOutputTokens });
            case "max_tokens":
                return With(text with { MaxOutputTokens = text.MaxOutputTokens ?? ReadLimit(text, name, value) }) with
                {
                    HasMaxTokens = value.ValueKind is not JsonValueKind.Null,
                };
            case "reasoning_effort":
                return request with { Effort = FieldReader.OneOf(value, name, CatalogWords.Efforts) };
            case "verbosity":
                return With(text with { Verbosity = FieldReader.OneOf(value, name, SamplingRules.Verbosities) });
            case "temperature":
                return With(text with { Temperature = FieldReader.Decimal(value, name, 0, 2) ?? 1 });
            case "top_p":
                return With(text with { TopP = FieldReader.Decimal(value, name, 0, 1) ?? 1 });
            case "response_format":
                return With(text with { Format = ReadFormat(value, name) });
            case "stream":
                return With(text with { Stream = FieldReader.Boolean(value, name) ?? false });
            case "stream_options":
                return ReadStreamOptions(request, value);
            case "store":
                return With(text with { Store = FieldReader.Boolean(value, name) ?? false });
            case "metadata":
                return With(text with { Metadata = MetadataReader.Read(value) });
            case "service_tier":
                return With(text with { ServiceTier = FieldReader.OneOf(value, name, SamplingRules.Tiers) ?? "auto" });
            case "safety_identifier":
                return With(text with { SafetyIdentifier = FieldReader.String(value, name, 64) });
            case "prompt_cache_key":
                return With(text with { PromptCacheKey = FieldReader.String(value, name) });
            case "user":
                return With(text with { User = FieldReader.String(value, name) });
            case "tools":
                return With(text with { Tools = ToolReader.ReadChat(value) });
            case "parallel_tool_calls":
                return With(text with { ParallelToolCalls = FieldReader.Boolean(value, name) ?? true });
            case "seed":
                FieldReader.Integer(value, name, int.MinValue, int.MaxValue);
                return request;
            default:
                RefuseOther(name, value);
                return request;
        }

        ChatRequest With(TextRequest changed) => request with { Text = changed };
    }

    private static int? ReadLimit(TextRequest request, string name, JsonElement value) =>
        FieldReader.Integer(value, name, 1, request.Model.Facts.MaxOutputTokens ?? int.MaxValue);

    /// <summary>Unlike the other call, chat has the fields of a schema in an object of their own.</summary>
    private static TextFormat ReadFormat(JsonElement value, string path) =>
        value.ValueKind is JsonValueKind.Object && value.TryGetProperty(TextFormat.JsonSchema, out var schema)
        && value.TryGetProperty("type", out var type) && type.ValueEquals(TextFormat.JsonSchema)
            ? TextFormatReader.ReadSchema(FieldReader.Object(schema, $"{path}.{TextFormat.JsonSchema}"), $"{path}.{TextFormat.JsonSchema}")
            : TextFormatReader.Read(value, path);

    private static ChatRequest ReadStreamOptions(ChatRequest request, JsonElement value)
    {
        var text = request.Text;
        foreach (var property in FieldReader.Object(value, "stream_options"))
        {
            var name = $"stream_options.{property.Name}";
            text = property.Name switch
            {
                "include_usage" => text with { IncludeUsage = FieldReader.Boolean(property.Value, name) ?? false },
                "include_obfuscation" => text with { IncludeObfuscation = FieldReader.Boolean(property.Value, name) ?? true },
                _ => throw new ApiErrorException(ApiErrors.UnknownParameter(name)),
            };
        }

        return request with { Text = text, HasStreamOptions = value.ValueKind is not JsonValueKind.Null };
    }

    /// <summary>Fields of features that the simulator does not serve are accepted when they ask for nothing.</summary>
    private static void RefuseOther(string name, JsonElement value)
    {
        var asksForNothing = name switch
        {
            "n" => value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out var count) && count == 1,
            "modalities" => value.ValueKind is JsonValueKind.Array && value.GetArrayLength() == 1 && value[0].ValueEquals("text"),
            "tool_choice" => value.ValueKind is JsonValueKind.String && (value.ValueEquals("auto") || value.ValueEquals("none")),
            "frequency_penalty" or "presence_penalty" or "top_logprobs" => value.ValueKind is JsonValueKind.Number && value.GetDouble() == 0,
            "logprobs" => value.ValueKind is JsonValueKind.False,
            "stop" or "logit_bias" or "prediction" or "audio" or "web_search_options" or "functions" or "function_call"
                or "prompt_cache_options" or "prompt_cache_retention" or "moderation" => false,
            _ => throw new ApiErrorException(ApiErrors.UnknownParameter(name)),
        };
        if (!asksForNothing && value.ValueKind is not JsonValueKind.Null)
        {
            throw new ApiErrorException(ApiErrors.NotSimulated(name, "this feature"));
        }
    }
}
