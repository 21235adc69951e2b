namespace TypedLlm.Simulator;

/// <summary>The calls that are served, and the errors for those that are not.</summary>
internal sealed class RouteTable(IReadOnlyList<Route> routes)
{
    /// <summary>Every call that is served, as in <c>GET /v1/models</c>.</summary>
    public IEnumerable<string> Calls => routes.Select(route => $"{route.Method} {route.Path}");

    /// <summary>The call that a request is; null, with the service's error, if there is none.</summary>
    public Route? Find(HttpRequest request, out string id, out ApiError? error)
    {
        var path = request.Path.Value!;
        var isPath = false;
        foreach (var route in routes)
        {
            if (!route.Matches(request.Path, out var found))
            {
                continue;
            }

            if (HttpMethods.Equals(route.Method, request.Method))
            {
                (id, error) = (found, null);
                return route;
            }

            isPath = true;
        }

        id = "";
        error = isPath ? ApiErrors.MethodNotAllowed(request.Method, path) : ApiErrors.UnknownUrl(request.Method, path);
        return null;
    }
}
