using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using TypedLlm;

namespace Blue.Yonder;

[LlmEndpoint(Primary = "gpt-6.2-sol", Fallback = "gpt-5.5")]
public interface IFlightNotes
{
    [Prompt("Explain the delay of flight {number} on {day:yyyy-MM-dd} in the language {language}: {reason}")]
    Task<string> ExplainAsync(string number, DateOnly day, string reason, string language, CancellationToken ct = default);
}

public static class FlightNotesExtensions
{
    public static Task<string> ExplainInEnglishAsync(this IFlightNotes notes, string number, DateOnly day, string reason) =>
        notes.ExplainAsync(number, day, reason, "en");

    public static IServiceCollection AddCachedNotes(this IServiceCollection services) =>
        services.AddSingleton<IFlightNotes>(provider => new CachedNotes(new FlightNotesEndpoint(provider.GetRequiredService<LlmRuntime>())));
}

internal sealed class CachedNotes(IFlightNotes inner) : IFlightNotes
{
    private readonly ConcurrentDictionary<(string, DateOnly, string), Task<string>> _notes = new();

    public Task<string> ExplainAsync(string number, DateOnly day, string reason, string language, CancellationToken ct = default) =>
        _notes.GetOrAdd((number, day, language), _ => inner.ExplainAsync(number, day, reason, language, CancellationToken.None)).WaitAsync(ct);
}
