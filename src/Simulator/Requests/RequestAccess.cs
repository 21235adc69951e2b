using TypedLlm.Catalog;

namespace TypedLlm.Simulator;

/// <summary>What a valid request asks of its model that the model, or the account, does not offer.</summary>
internal static class RequestAccess
{
    /// <exception cref="ApiErrorException">Something is refused.</exception>
    public static void Check(TextRequest request, AccessRules access, EndpointKind kind, string formatPath)
    {
        if (Refusals(request, access, kind, formatPath).FirstOrDefault(refusal => refusal is not null) is { } refused)
        {
            throw new ApiErrorException(refused);
        }
    }

    private static IEnumerable<ApiError?> Refusals(TextRequest request, AccessRules access, EndpointKind kind, string formatPath)
    {
        var model = request.Model;
        foreach (var part in request.Messages.SelectMany(message => message.Attachments))
        {
            yield return part.Type == InputAttachment.Image
                ? access.Images(model, kind, $"{part.Path}.type")
                : access.Files(model, kind, part.Type, $"{part.Path}.type");
        }

        if (request.Format.Kind == TextFormat.JsonSchema)
        {
            yield return access.Structured(model, kind, formatPath);
        }

        if (request.Format.Kind == TextFormat.JsonObject)
        {
            yield return AccessRules.JsonMode(model, kind, formatPath);
        }

        if (request.Background)
        {
            yield return access.Background(model);
        }

        if (request.Stream)
        {
            yield return access.Streaming(model, kind);
        }
    }
}
