using System.Globalization;

namespace TypedLlm.Simulator;

/// <summary>The errors of the service, with its codes and texts.</summary>
internal static class ApiErrors
{
    public static ApiError MissingKey() => new(401,
        "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY).");

    public static ApiError IncorrectKey(string key) => new(401,
        $"Incorrect API key provided: {Mask(key)}. You can find your API key at https://platform.openai.com/account/api-keys.")
    {
        Code = "invalid_api_key",
    };

    public static ApiError UnknownUrl(string method, string path) => new(404, $"Invalid URL ({method} {path})");

    public static ApiError MethodNotAllowed(string method, string path) =>
        new(405, $"Not allowed to {method} on {path}.") { Code = "method_not_supported" };

    /// <summary>The key is restricted and lacks what the call needs.</summary>
    public static ApiError MissingScope(string method, string path)
    {
        var area = path.Split('/', StringSplitOptions.RemoveEmptyEntries) is [_, var name, ..] ? name : "model";
        var right = HttpMethods.IsGet(method) ? "read" : "write";
        return new(403, $"You have insufficient permissions for this operation. Missing scopes: api.{area}.{right}. "
            + "Check that you have the correct role in your organization (Reader, Writer, Owner) and project (Member, Owner), "
            + "and if you're using a restricted API key, that it has the necessary scopes.");
    }

    public static ApiError StreamNotAllowed() => new(400, "Your organization must be verified to stream this model.")
    {
        Param = "stream",
        Code = "unsupported_value",
    };

    public static ApiError FormatNotSupported(string param, string format) =>
        new(400, $"Invalid parameter: '{param}' of type '{format}' is not supported with this model.") { Param = param };

    public static ApiError FilesNotSupported(string type, string param) =>
        new(400, $"Invalid Value: '{type}'. This model does not support file content types.") { Param = param, Code = "invalid_value" };

    public static ApiError ImagesNotSupported(string param) =>
        new(400, "Invalid content type. image_url is only supported by certain models.") { Param = param };

    public static ApiError ContentType(string? given, string accepted = "application/json") => new(400,
        $"Unsupported content type: '{given}'. This API method only accepts '{accepted}' requests.")
    {
        Code = "unsupported_content_type",
    };

    public static ApiError BodyTooLarge(int limit) => new(413,
        string.Create(CultureInfo.InvariantCulture, $"The request body is larger than the limit of {limit} bytes."));

    public static ApiError MalformedJson() => new(400, "We could not parse the JSON body of your request.");

    public static ApiError MissingParameter(string name) =>
        new(400, $"Missing required parameter: '{name}'.") { Param = name, Code = "missing_required_parameter" };

    public static ApiError UnknownParameter(string name) =>
        new(400, $"Unknown parameter: '{name}'.") { Param = name, Code = "unknown_parameter" };

    public static ApiError InvalidType(string name, string expected, string given) =>
        new(400, $"Invalid type for '{name}': expected {expected}, but got {given} instead.") { Param = name, Code = "invalid_type" };

    public static ApiError InvalidValue(string name, string given, IEnumerable<string> supported) =>
        new(400, $"Invalid value: '{given}'. Supported values are: {Enumerate(supported)}.") { Param = name, Code = "invalid_value" };

    public static ApiError OutOfRange(string name, string kind, bool below, string limit, string given) => new(400,
        $"Invalid '{name}': {kind} {(below ? "below minimum" : "above maximum")} value. Expected a value {(below ? ">=" : "<=")} {limit}, but got {given} instead.")
    {
        Param = name,
        Code = $"{kind}_{(below ? "below_min" : "above_max")}_value",
    };

    public static ApiError TooLong(string name, int limit, int given) => new(400, string.Create(CultureInfo.InvariantCulture,
        $"Invalid '{name}': string too long. Expected a string with maximum length {limit}, but got a string with length {given} instead."))
    {
        Param = name,
        Code = "string_above_max_length",
    };

    public static ApiError Empty(string name) => new(400,
        $"Invalid '{name}': empty string. Expected a string with minimum length 1, but got an empty string instead.")
    {
        Param = name,
        Code = "empty_string",
    };

    public static ApiError NoMatch(string name, string pattern) => new(400,
        $"Invalid '{name}': string does not match pattern. Expected a string that matches the pattern '{pattern}'.")
    {
        Param = name,
        Code = "invalid_value",
    };

    /// <summary>The service looks for the word in the messages alone, not in the instructions.</summary>
    public static ApiError JsonNotMentioned() => new(400,
        "Response input messages must contain the word 'json' in some form to use 'text.format' of type 'json_object'.")
    {
        Param = "input",
    };

    public static ApiError InvalidFileData(string name, string expected, string given) => new(400,
        $"Invalid file data: '{name}'. Expected a base64-encoded data URL with {expected}, but got {given}.")
    {
        Param = name,
        Code = "invalid_value",
    };

    public static ApiError InvalidImageData(string name, string given) => new(400,
        $"Invalid '{name}'. Expected a base64-encoded data URL with an image MIME type (e.g. 'data:image/png;base64,aW1nIGJ5dGVzIGhlcmU='), but got {given}.")
    {
        Param = name,
        Code = "invalid_value",
    };

    public static ApiError InvalidUrl(string name) =>
        new(400, $"Invalid '{name}'. Expected a valid URL, but got a value with an invalid format.") { Param = name, Code = "invalid_value" };

    public static ApiError OnlyOneOf(string name, IEnumerable<string> fields) =>
        new(400, $"Invalid '{name}': only one of {Enumerate(fields)} may be given.") { Param = name, Code = "invalid_value" };

    public static ApiError TooManyProperties(string name, int limit, int given) => new(400, string.Create(CultureInfo.InvariantCulture,
        $"Invalid '{name}': too many properties. Expected an object with at most {limit} properties, but got an object with {given} properties instead."))
    {
        Param = name,
        Code = "object_above_max_properties",
    };

    public static ApiError UnsupportedParameter(string name) =>
        new(400, $"Unsupported parameter: '{name}' is not supported with this model.") { Param = name, Code = "unsupported_parameter" };

    public static ApiError UnsupportedValue(string name, string given, string model, IEnumerable<string> supported) => new(400,
        $"Unsupported value: '{given}' is not supported with the '{model}' model. Supported values are: {Enumerate(supported)}.")
    {
        Param = name,
        Code = "unsupported_value",
    };

    public static ApiError OnlyDefault(string name, string given) => new(400,
        $"Unsupported value: '{name}' does not support {given} with this model. Only the default (1) value is supported.")
    {
        Param = name,
        Code = "unsupported_value",
    };

    public static ApiError ModelNotFound(string model) => new(404, $"The model `{model}` does not exist or you do not have access to it.")
    {
        Param = "model",
        Code = "model_not_found",
    };

    /// <summary>The models endpoint has another text than inference.</summary>
    public static ApiError NoSuchModel(string model) => new(404, $"The model '{model}' does not exist")
    {
        Param = "model",
        Code = "model_not_found",
    };

    public static ApiError StreamOptionsWithoutStream() =>
        new(400, "The 'stream_options' parameter is only allowed when 'stream' is enabled.") { Param = "stream_options" };

    public static ApiError PrefillRejected() => new(400, "This model does not go on from an assistant message; the last message must be the user's.")
    {
        Param = "input",
        Code = "invalid_value",
    };

    public static ApiError ContextLengthExceeded() => new(400,
        "Your input exceeds the context window of this model. Please adjust your input and try again.")
    {
        Param = "input",
        Code = "context_length_exceeded",
    };

    public static ApiError RateLimited() => new(429,
        "Rate limit reached for this model on tokens per min (TPM): Limit 30000, Used 22999, Requested 12528. Please try again in 11.054s.")
    {
        Type = "tokens",
        Code = "rate_limit_exceeded",
    };

    public static ApiError RequestTooLarge() => new(429,
        "Request too large for this model on tokens per min (TPM): Limit 30000, Requested 40000. The input or output tokens must be reduced in order to run successfully.")
    {
        Type = "tokens",
        Code = "rate_limit_exceeded",
    };

    public static ApiError InsufficientQuota() => new(429, "You exceeded your current quota, please check your plan and billing details.")
    {
        Type = "insufficient_quota",
        Code = "insufficient_quota",
    };

    public static ApiError Server(int status, string message) => new(status, message) { Type = "server_error", Code = "server_error" };

    /// <summary>The simulator's own: the service would serve this, the simulator does not.</summary>
    public static ApiError NotSimulated(string name, string what) =>
        new(400, $"The simulator does not serve {what} ('{name}').") { Param = name, Code = "not_simulated" };

    private static string Mask(string key) => key.Length <= 12 ? new string('*', key.Length) : $"{key[..8]}{new string('*', key.Length - 12)}{key[^4..]}";

    private static string Enumerate(IEnumerable<string> values)
    {
        var quoted = values.Select(value => $"'{value}'").ToArray();
        return quoted.Length switch
        {
            0 => "",
            1 => quoted[0],
            2 => $"{quoted[0]} and {quoted[1]}",
            _ => $"{string.Join(", ", quoted[..^1])}, and {quoted[^1]}",
        };
    }
}
