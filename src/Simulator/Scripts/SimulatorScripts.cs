using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace TypedLlm.Simulator;

/// <summary>
/// The replies that are scripted. For a request the first that exists counts: its number of that call, its number of that model,
/// its number of all models, always of that call, always of that model, always of all models.
/// </summary>
public sealed class SimulatorScripts
{
    /// <summary>Names come from clients; beyond so many, those without a script are not counted.</summary>
    private const int MaxModels = 1_000;

    private readonly ConcurrentDictionary<string, ReplyScripts> _byModel = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <summary>In the order in which they were scripted; replaced as a whole, so that requests read it without waiting.</summary>
    private volatile CallScripts[] _byCall = [];

    internal SimulatorScripts()
    {
    }

    /// <summary>Replies for requests of any model, counted over all of them.</summary>
    public ReplyScripts ForAnyModel { get; } = new();

    /// <summary>Replies for requests that name <paramref name="model"/>, as written in the request.</summary>
    public ReplyScripts For(string model) => _byModel.GetOrAdd(model, static _ => new ReplyScripts());

    /// <summary>
    /// Replies for a call of the service, counted from its first script on: a method and a path in which <c>{id}</c> stands for any one
    /// segment and <c>{**rest}</c> for all that follow, such as <c>GET /v1/batches/{id}</c>. The method <c>*</c> is any. Where several
    /// calls fit a request, the one that was named first goes before the others.
    /// </summary>
    /// <exception cref="ArgumentException"><paramref name="call"/> is no method followed by a path.</exception>
    public ReplyScripts ForCall(string call)
    {
        lock (_lock)
        {
            if (_byCall.FirstOrDefault(known => known.Call.Equals(call, StringComparison.OrdinalIgnoreCase)) is { } existing)
            {
                return existing.Scripts;
            }

            var added = new CallScripts(call, CallPattern.Parse(call), new ReplyScripts());
            _byCall = [.. _byCall, added];
            return added.Scripts;
        }
    }

    /// <summary>Forgets all replies and counts from 1 again. What <see cref="For"/> and <see cref="ForCall"/> have given stays in use, calls in their order.</summary>
    public void Clear()
    {
        ForAnyModel.Clear();
        foreach (var scripts in _byModel.Values)
        {
            scripts.Clear();
        }

        foreach (var call in _byCall)
        {
            call.Scripts.Clear();
        }
    }

    /// <summary>The reply to a request that asks a model; <paramref name="model"/> is the one it names.</summary>
    internal ScriptedReply Next(string method, string path, string? model)
    {
        var (callNumbered, callAlways) = NextOfCall(method, path);
        var (numbered, always) = IsCounted(model) ? For(model).Next() : default;
        var (anyNumbered, anyAlways) = ForAnyModel.Next();
        return callNumbered ?? numbered ?? anyNumbered ?? callAlways ?? always ?? anyAlways ?? ScriptedReply.Normal;
    }

    /// <summary>The reply to a request that asks no model.</summary>
    internal ScriptedReply Next(string method, string path)
    {
        var (numbered, always) = NextOfCall(method, path);
        return numbered ?? always ?? ScriptedReply.Normal;
    }

    private (ScriptedReply? Numbered, ScriptedReply? Always) NextOfCall(string method, string path)
    {
        ScriptedReply? numbered = null;
        ScriptedReply? always = null;
        foreach (var (_, pattern, scripts) in _byCall)
        {
            if (pattern.Matches(method, path))
            {
                var (nextNumbered, nextAlways) = scripts.Next();
                numbered ??= nextNumbered;
                always ??= nextAlways;
            }
        }

        return (numbered, always);
    }

    private bool IsCounted([NotNullWhen(true)] string? model) =>
        model is not null && (_byModel.ContainsKey(model) || _byModel.Count < MaxModels);

    private sealed record CallScripts(string Call, CallPattern Pattern, ReplyScripts Scripts);
}
