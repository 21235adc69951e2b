namespace TypedLlm.Simulator;

/// <summary>Checks the key of a request as the service does.</summary>
internal static class Authorization
{
    private const string Scheme = "Bearer ";

    public static ApiError? Check(HttpRequest request, string? expectedKey)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || header.Length == Scheme.Length)
        {
            return ApiErrors.MissingKey();
        }

        var key = header[Scheme.Length..].Trim();
        return expectedKey is null || key == expectedKey ? null : ApiErrors.IncorrectKey(key);
    }
}
