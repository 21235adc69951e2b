using System.Text.Json;
using TypedLlm.Catalog;

namespace TypedLlm.Simulator;

/// <summary>Reads the body of <c>POST /v1/responses</c> and refuses what the service refuses.</summary>
internal sealed class TextRequestReader(SimulatedModels models, AccessRules access, FileStore files)
{
    private static readonly string[] Summaries = ["auto", "concise", "detailed"];

    private readonly InputReader _input = new(files);

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
        var request = new TextRequest { Model = model, Messages = [] };
        var draft = new Draft();
        foreach (var property in root.EnumerateObject())
        {
            request = ReadField(request, draft, property);
        }

        return Check(request, draft);
    }

    private TextRequest ReadField(TextRequest request, Draft draft, JsonProperty property)
    {
        var (name, value) = (property.Name, property.Value);
        switch (name)
        {
            case "model":
                return request;
            case "input":
                draft.HasInput = true;
                return request with { Messages = _input.Read(value) };
            case "instructions":
                return request with { Instructions = FieldReader.String(value, name) };
            case "stream":
                return request with { Stream = FieldReader.Boolean(value, name) ?? false };
            case "stream_options":
                draft.HasStreamOptions = value.ValueKind is not JsonValueKind.Null;
                return request with { IncludeObfuscation = ReadStreamOptions(value) };
            case "background":
                return request with { Background = FieldReader.Boolean(value, name) ?? false };
            case "store":
                return request with { Store = FieldReader.Boolean(value, name) ?? true };
            case "max_output_tokens":
                return request with { MaxOutputTokens = FieldReader.Integer(value, name, 16, request.Model.Facts.MaxOutputTokens ?? int.MaxValue) };
            case "temperature":
                return request with { Temperature = FieldReader.Decimal(value, name, 0, 2) ?? 1 };
            case "top_p":
                return request with { TopP = FieldReader.Decimal(value, name, 0, 1) ?? 1 };
            case "top_logprobs":
                return FieldReader.Integer(value, name, 0, 20) is null or 0 ? request : throw NotSimulated(name, "log probabilities");
            case "reasoning":
                return ReadReasoning(request, draft, value);
            case "text":
                return ReadText(request, value);
            case "service_tier":
                return request with { ServiceTier = FieldReader.OneOf(value, name, SamplingRules.Tiers) ?? "auto" };
            case "truncation":
                return request with { Truncation = FieldReader.OneOf(value, name, ["auto", "disabled"]) ?? "disabled" };
            case "tools":
                return request with { Tools = ToolReader.Read(value) };
            case "parallel_tool_calls":
                return request with { ParallelToolCalls = FieldReader.Boolean(value, name) ?? true };
            case "metadata":
                return request with { Metadata = MetadataReader.Read(value) };
            case "safety_identifier":
                return request with { SafetyIdentifier = FieldReader.String(value, name, 64) };
            case "prompt_cache_key":
                return request with { PromptCacheKey = FieldReader.String(value, name) };
            case "user":
                return request with { User = FieldReader.String(value, name) };
            default:
                return RefuseOther(request, name, value);
        }
    }

    /// <summary>Fields of features that the simulator does not serve are accepted when they ask for nothing.</summary>
    private static TextRequest RefuseOther(TextRequest request, string name, JsonElement value)
    {
        var asksForNothing = value.ValueKind is JsonValueKind.Null or JsonValueKind.False
            || (value.ValueKind is JsonValueKind.Array && value.GetArrayLength() == 0);
        return name switch
        {
            "previous_response_id" or "conversation" or "include" or "max_tool_calls"
                or "prompt" or "prompt_cache_options" or "prompt_cache_retention" or "moderation" or "context_management"
                => asksForNothing ? request : throw NotSimulated(name, "this feature"),
            "tool_choice"
                => asksForNothing || value.ValueEquals("auto") || value.ValueEquals("none") ? request : throw NotSimulated(name, "calls of tools"),
            _ => throw new ApiErrorException(ApiErrors.UnknownParameter(name)),
        };
    }

    private static bool ReadStreamOptions(JsonElement value)
    {
        var include = true;
        foreach (var property in FieldReader.Object(value, "stream_options"))
        {
            include = property.Name == "include_obfuscation"
                ? FieldReader.Boolean(property.Value, "stream_options.include_obfuscation") ?? true
                : throw new ApiErrorException(ApiErrors.UnknownParameter($"stream_options.{property.Name}"));
        }

        return include;
    }

    private static TextRequest ReadReasoning(TextRequest request, Draft draft, JsonElement value)
    {
        foreach (var property in FieldReader.Object(value, "reasoning"))
        {
            var name = $"reasoning.{property.Name}";
            switch (property.Name)
            {
                case "effort":
                    draft.Effort = FieldReader.OneOf(property.Value, name, CatalogWords.Efforts);
                    break;
                case "summary" or "generate_summary":
                    request = request with { ReasoningSummary = FieldReader.OneOf(property.Value, name, Summaries) ?? request.ReasoningSummary };
                    break;
                case "mode" or "context":
                    throw NotSimulated(name, "this feature");
                default:
                    throw new ApiErrorException(ApiErrors.UnknownParameter(name));
            }
        }

        return request;
    }

    private static TextRequest ReadText(TextRequest request, JsonElement value)
    {
        foreach (var property in FieldReader.Object(value, "text"))
        {
            switch (property.Name)
            {
                case "verbosity":
                    request = request with { Verbosity = FieldReader.OneOf(property.Value, "text.verbosity", SamplingRules.Verbosities) };
                    break;
                case "format":
                    request = request with { Format = TextFormatReader.Read(property.Value, "text.format") };
                    break;
                default:
                    throw new ApiErrorException(ApiErrors.UnknownParameter($"text.{property.Name}"));
            }
        }

        return request;
    }

    private TextRequest Check(TextRequest request, Draft draft)
    {
        if (!draft.HasInput)
        {
            throw new ApiErrorException(ApiErrors.MissingParameter("input"));
        }

        if (draft.HasStreamOptions && !request.Stream)
        {
            throw new ApiErrorException(ApiErrors.StreamOptionsWithoutStream());
        }

        request = request with { Effort = SamplingRules.Effort(request.Model, draft.Effort, "reasoning.effort") };
        SamplingRules.Check(request);
        if (request is { Tools.Count: > 0, Model.Facts.Capabilities.Responses.Tools: ToolSupport.No })
        {
            throw new ApiErrorException(ApiErrors.UnsupportedParameter("tools"));
        }

        if (request.Format.Kind == TextFormat.JsonObject
            && !request.Messages.Any(message => message.Text.Contains("json", StringComparison.OrdinalIgnoreCase)))
        {
            throw new ApiErrorException(ApiErrors.JsonNotMentioned());
        }

        RequestAccess.Check(request, access, EndpointKind.Responses, "text.format");
        return request;
    }

    private static ApiErrorException NotSimulated(string name, string what) => new(ApiErrors.NotSimulated(name, what));

    /// <summary>What must be known of the fields before they can be judged together.</summary>
    private sealed class Draft
    {
        public bool HasInput { get; set; }

        public bool HasStreamOptions { get; set; }

        public string? Effort { get; set; }
    }
}
