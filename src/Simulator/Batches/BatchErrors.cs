using System.Globalization;

namespace TypedLlm.Simulator;

/// <summary>The errors of batches: of the calls, as HTTP errors, and of the validation. Texts of conditions that nobody recorded are the simulator's.</summary>
internal static class BatchErrors
{
    private const string Organization = "org-simulated";

    public static ApiError NotFound(string id) => new(404, $"No batch found with id '{id}'.");

    public static ApiError CannotCancel(string status) => new(409, $"Cannot cancel a batch with status '{status}'.");

    public static BatchError FileNotFound(string id) =>
        new("invalid_request", $"Cannot find file {id}, or organization {Organization} does not have access to it.", "file_id");

    public static BatchError WrongPurpose(string id) =>
        new("invalid_request", $"The file {id} was not uploaded with purpose 'batch'.", "file_id");

    public static BatchError Empty() => new("empty_file", "The input file has no requests.");

    public static BatchError TooManyLines(int limit) =>
        new("too_many_tasks", string.Create(CultureInfo.InvariantCulture, $"The input file has more than {limit:N0} requests."));

    public static BatchError QueueFull(string model, int limit) => new("token_limit_exceeded", string.Create(CultureInfo.InvariantCulture,
        $"Enqueued token limit reached for {model} in organization {Organization}. Limit: {limit:N0} enqueued tokens. Please try again once some in_progress batches have been completed."));

    public static BatchError NotJson() => new("invalid_json_line", "This line is not parseable as valid JSON.");

    public static BatchError WrongUrl() => new("invalid_url", "The URL provided for this request does not match the batch endpoint.", "url");

    public static BatchError DuplicateId(string id) => new("duplicate_custom_id", $"The custom_id '{id}' is used by an earlier line.", "custom_id");

    public static BatchError NoModel() => new("invalid_request", "Model parameter is required.", "body.model");

    public static BatchError NoMessages() => new("invalid_request", "Messages parameter is required.", "body.messages");

    public static BatchError Streams(string endpoint) => new(
        "streaming_unsupported",
        $"{(endpoint == BatchRequest.Chat ? "Chat Completions" : "Responses")}: Streaming is not supported in the Batch API.",
        "body.stream");

    public static BatchError ModelNotSupported(string model) =>
        new("model_not_found", $"The provided model '{model}' is not supported by the Batch API.", "body.model");

    public static BatchError OtherModel() => new("mismatched_model", "Each batch must contain requests for a single model.", "body.model");
}
