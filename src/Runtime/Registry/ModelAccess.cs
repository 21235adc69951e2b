using System.Collections.Immutable;
using TypedLlm.Catalog;
using TypedLlm.Chains;
using TypedLlm.CompilerServices;
using TypedLlm.Resilience;

namespace TypedLlm.Registry;

/// <summary>What is known about one model under one credential.</summary>
internal sealed class ModelAccess(Circuit credential, BreakerOptions breaker, RetryOptions retry, TimeProvider time)
{
    private int _mayNotStream;
    private int _refusedModes;
    private ImmutableHashSet<AnswerFormat> _refusedSchemas = [];

    public RetryBudget Budget { get; } = new(retry, time);

    public ModelChannel Streamed { get; } = new(credential, breaker, time);

    public ModelChannel Unary { get; } = new(credential, breaker, time);

    /// <summary>Whether the service has refused to stream this model to this organisation.</summary>
    public bool MayNotStream => Volatile.Read(ref _mayNotStream) != 0;

    /// <summary>Remembers that it may not be streamed. True for the first who finds out.</summary>
    public bool ForbidStreaming() => Interlocked.Exchange(ref _mayNotStream, 1) == 0;

    /// <summary>The surest way to ask for an answer of a type that the catalog does not deny and the service has not refused.</summary>
    public AnswerMode ModeFor(ModelFacts facts, AnswerFormat format)
    {
        var takesSchema = !IsRefused(AnswerMode.Schema) && !Volatile.Read(ref _refusedSchemas).Contains(format);
        var mode = AnswerModes.Of(facts, EndpointKind.Responses, takesSchema ? AnswerMode.Schema : AnswerMode.JsonObject);
        return mode == AnswerMode.JsonObject && IsRefused(mode) ? AnswerMode.Prompt : mode;
    }

    /// <summary>Remembers that the schema of one type was refused; those of others are still demanded. True for the first who finds out.</summary>
    public bool RefuseSchema(AnswerFormat format) => ImmutableInterlocked.Update(ref _refusedSchemas, static (refused, added) => refused.Add(added), format);

    /// <summary>Remembers that a way was refused. True if there is a weaker one.</summary>
    public bool Weaken(AnswerMode refused)
    {
        if (refused is AnswerMode.Text or AnswerMode.Prompt)
        {
            return false;
        }

        // One by one, since there are servers that take schemas and no JSON mode.
        Interlocked.Or(ref _refusedModes, 1 << (int)refused);
        return true;
    }

    public ModelChannel Channel(bool stream) => stream ? Streamed : Unary;

    private bool IsRefused(AnswerMode mode) => (Volatile.Read(ref _refusedModes) & (1 << (int)mode)) != 0;
}
