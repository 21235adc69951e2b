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
    private int _refused;
    private ImmutableHashSet<AnswerFormat> _refusedSchemas = [];

    public RetryBudget Budget { get; } = new(retry, time);

    public ModelChannel Streamed { get; } = new(credential, breaker, time);

    public ModelChannel Unary { get; } = new(credential, breaker, time);

    /// <summary>Whether the service has refused to stream this model to this organisation.</summary>
    public bool MayNotStream => Volatile.Read(ref _mayNotStream) != 0;

    /// <summary>Remembers that it may not be streamed. True for the first who finds out.</summary>
    public bool ForbidStreaming() => Interlocked.Exchange(ref _mayNotStream, 1) == 0;

    /// <summary>The surest way to ask for an answer of a type that the catalog does not deny and the service has not refused.</summary>
    /// <param name="facts">What the catalog knows of the model.</param>
    /// <param name="format">What the answer has to be.</param>
    /// <param name="suspected">What the service seems to refuse besides.</param>
    public AnswerMode ModeFor(ModelFacts facts, AnswerFormat format, RefusedForms suspected = RefusedForms.None)
    {
        var refused = (RefusedForms)Volatile.Read(ref _refused) | suspected;
        var takesSchema = (refused & (RefusedForms.OneSchema | RefusedForms.Schemas)) == 0 && !Volatile.Read(ref _refusedSchemas).Contains(format);
        var mode = AnswerModes.Of(facts, EndpointKind.Responses, takesSchema ? AnswerMode.Schema : AnswerMode.JsonObject);
        return mode == AnswerMode.JsonObject && (refused & RefusedForms.JsonMode) != 0 ? AnswerMode.Prompt : mode;
    }

    /// <summary>Remembers what was refused. True for the first who finds out that the schema of the type is.</summary>
    public bool Refuse(RefusedForms refused, AnswerFormat format)
    {
        Interlocked.Or(ref _refused, (int)(refused & ~RefusedForms.OneSchema));
        return (refused & RefusedForms.OneSchema) != 0
            && ImmutableInterlocked.Update(ref _refusedSchemas, static (schemas, added) => schemas.Add(added), format);
    }

    public ModelChannel Channel(bool stream) => stream ? Streamed : Unary;
}
