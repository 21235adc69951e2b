using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using TypedLlm;

namespace Lucerne.Publishing;

public sealed record Manuscript(string Title, string Author, int Pages);

[JsonSerializable(typeof(Manuscript))]
internal sealed partial class ManuscriptJson : JsonSerializerContext;

[LlmEndpoint(Primary = "gpt-5.6-sol", Fallback = "gpt-5.5")]
public interface IReader
{
    [Prompt("A blurb for {manuscript.Title} by {manuscript.Author}")]
    Task<string> BlurbAsync(Manuscript manuscript, CancellationToken ct = default);
}

public sealed partial class Office(IReader reader, ILogger<Office> logger)
{
    public async Task<string> AcceptAsync(Manuscript manuscript, CancellationToken ct)
    {
        Accepted(logger, manuscript.Title, manuscript.Pages);
        return Spaces().Replace(await reader.BlurbAsync(manuscript, ct), " ");
    }

    [GeneratedRegex(@"\s{2,}")]
    private static partial Regex Spaces();

    [LoggerMessage(1, LogLevel.Information, "Accepted {Title} with {Pages} pages")]
    private static partial void Accepted(ILogger logger, string title, int pages);
}
