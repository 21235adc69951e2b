using TypedLlm.Catalog;

namespace TypedLlm.Simulator;

/// <summary>What the service refuses in a chat request as a whole.</summary>
internal static class ChatRules
{
    /// <exception cref="ApiErrorException">The service would refuse the request.</exception>
    public static TextRequest Check(ChatRequest request)
    {
        var model = request.Text.Model;
        if (model.Facts.Capabilities is { Chat: null })
        {
            throw new ApiErrorException(ChatErrors.ResponsesOnly());
        }

        if (!request.HasMessages)
        {
            throw new ApiErrorException(ApiErrors.MissingParameter("messages"));
        }

        if (request.Text.Messages.Count == 0)
        {
            throw new ApiErrorException(ChatErrors.NoMessages());
        }

        if (request.HasStreamOptions && !request.Text.Stream)
        {
            throw new ApiErrorException(ApiErrors.StreamOptionsWithoutStream());
        }

        if (request.HasMaxTokens && model.Facts.Efforts is { IsEmpty: false })
        {
            throw new ApiErrorException(ChatErrors.MaxTokens());
        }

        var text = request.Text with { Effort = SamplingRules.Effort(model, request.Effort, "reasoning_effort") };
        if (text.Tools.Count > 0 && RefusesTools(text))
        {
            throw new ApiErrorException(ChatErrors.ToolsWhileReasoning(model.Id));
        }

        if (text.Format.Kind == TextFormat.JsonObject && !text.Messages.Any(message => message.Text.Contains("json", StringComparison.OrdinalIgnoreCase)))
        {
            throw new ApiErrorException(ChatErrors.JsonNotMentioned());
        }

        SamplingRules.Check(text);
        var input = AnswerComposer.InputTokens(text);
        return input > (model.Facts.ContextWindow ?? int.MaxValue)
            ? throw new ApiErrorException(ChatErrors.ContextLengthExceeded(model.Facts.ContextWindow!.Value, input, text.MaxOutputTokens ?? 0))
            : text;
    }

    private static bool RefusesTools(TextRequest request) => request.Model.Facts.Capabilities?.Chat?.Tools switch
    {
        ToolSupport.WithEffortNone => request.Effort is not "none",
        ToolSupport.No => true,
        _ => false,
    };
}
