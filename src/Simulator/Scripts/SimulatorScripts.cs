using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace TypedLlm.Simulator;

/// <summary>
/// The replies that are scripted. For a request the first that exists counts: its number of that model, its number of all,
/// always of that model, always of all.
/// </summary>
public sealed class SimulatorScripts
{
    /// <summary>Names come from clients; beyond so many, those without a script are not counted.</summary>
    private const int MaxModels = 1_000;

    private readonly ConcurrentDictionary<string, ModelScripts> _byModel = new(StringComparer.Ordinal);

    internal SimulatorScripts()
    {
    }

    /// <summary>Replies for requests of any model, counted over all of them.</summary>
    public ModelScripts ForAnyModel { get; } = new();

    /// <summary>Replies for requests that name <paramref name="model"/>, as written in the request.</summary>
    public ModelScripts For(string model) => _byModel.GetOrAdd(model, static _ => new ModelScripts());

    /// <summary>Forgets all replies and counts from 1 again.</summary>
    public void Clear()
    {
        ForAnyModel.Clear();
        _byModel.Clear();
    }

    internal ScriptedReply Next(string? model)
    {
        var (numbered, always) = IsCounted(model) ? For(model).Next() : default;
        var (anyNumbered, anyAlways) = ForAnyModel.Next();
        return numbered ?? anyNumbered ?? always ?? anyAlways ?? ScriptedReply.Normal;
    }

    private bool IsCounted([NotNullWhen(true)] string? model) =>
        model is not null && (_byModel.ContainsKey(model) || _byModel.Count < MaxModels);
}
