using Microsoft.AspNetCore.Routing.Template;

namespace TypedLlm.Simulator;

/// <summary>Calls by method and path, as in <c>GET /v1/batches/{id}</c>; the method <c>*</c> is any.</summary>
internal sealed class CallPattern
{
    private const string AnyMethod = "*";

    private readonly string _method;
    private readonly TemplateMatcher _path;

    private CallPattern(string method, TemplateMatcher path)
    {
        _method = method;
        _path = path;
    }

    /// <exception cref="ArgumentException">The text is no method followed by a path.</exception>
    public static CallPattern Parse(string call)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (call.Split(' ') is not [{ Length: > 0 } method, ['/', .. var path]])
        {
            throw new ArgumentException($"'{call}' is no call. A call is a method and a path, such as 'GET /v1/batches/{{id}}'; the method '*' is any.");
        }

        try
        {
            return new CallPattern(method, new TemplateMatcher(TemplateParser.Parse(path), []));
        }
        catch (ArgumentException wrong)
        {
            throw new ArgumentException($"'{call}' is no call: {wrong.Message}", wrong);
        }
    }

    public bool Matches(string method, string path) =>
        (_method == AnyMethod || _method.Equals(method, StringComparison.OrdinalIgnoreCase)) && _path.TryMatch(path, []);
}
