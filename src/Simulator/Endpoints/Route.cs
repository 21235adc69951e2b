using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Routing.Template;

namespace TypedLlm.Simulator;

/// <summary>
/// A call that is served. In the path, <c>{id}</c> stands for one segment and <c>{**id}</c> for all that follow; either is handed
/// over as <see cref="Exchange.Id"/>.
/// </summary>
internal sealed class Route(string method, string path, Func<Exchange, Task> handle)
{
    private readonly TemplateMatcher _path = new(TemplateParser.Parse(path[1..]), []);

    public string Method => method;

    public string Path => path;

    public Func<Exchange, Task> Handle => handle;

    /// <summary>A model answers the call: for the scripts it is a request of that model.</summary>
    public bool AsksModel { get; init; }

    public bool Matches(PathString asked, [NotNullWhen(true)] out string? id)
    {
        var values = new RouteValueDictionary();
        id = _path.TryMatch(asked, values) ? values.TryGetValue("id", out var value) ? (string)value! : "" : null;
        return id is not null;
    }
}
