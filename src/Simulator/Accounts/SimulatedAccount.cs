namespace TypedLlm.Simulator;

/// <summary>
/// What the account, or the compatible server behind it, lacks. Lists of models hold ids as the catalog has them, each of which
/// covers its snapshots, or snapshots, or <see cref="EveryModel"/>. Lists of calls hold patterns as for <see cref="SimulatorScripts.ForCall"/>.
/// </summary>
public sealed record SimulatedAccount
{
    /// <summary>Stands for every model in the lists of an account.</summary>
    public const string EveryModel = "*";

    /// <summary>Models that are not listed and that answer 404 <c>model_not_found</c>.</summary>
    public IReadOnlyList<string> MissingModels { get; init; } = [];

    /// <summary>Models that the organisation may not stream: 400 with param <c>stream</c>.</summary>
    public IReadOnlyList<string> WithoutStreaming { get; init; } = [];

    /// <summary>Models that refuse <c>background</c>: 400 <c>unsupported_parameter</c>.</summary>
    public IReadOnlyList<string> WithoutBackground { get; init; } = [];

    /// <summary>Models that refuse a JSON schema for their answer: 400.</summary>
    public IReadOnlyList<string> WithoutStructured { get; init; } = [];

    /// <summary>Models that refuse files: 400 <c>invalid_value</c>.</summary>
    public IReadOnlyList<string> WithoutPdf { get; init; } = [];

    /// <summary>Models that refuse images: 400.</summary>
    public IReadOnlyList<string> WithoutImages { get; init; } = [];

    /// <summary>Models that a batch may not name: it fails when it is validated, with <c>model_not_found</c> for the line.</summary>
    public IReadOnlyList<string> WithoutBatch { get; init; } = [];

    /// <summary>Calls that do not exist, as on many compatible servers: 404.</summary>
    /// <exception cref="ArgumentException">One of them is no call.</exception>
    public IReadOnlyList<string> MissingCalls
    {
        get => field ?? [];
        init => MissingPatterns = Parse(field = value);
    }

    /// <summary>Calls for which the key lacks the scope: 403.</summary>
    /// <exception cref="ArgumentException">One of them is no call.</exception>
    public IReadOnlyList<string> ForbiddenCalls
    {
        get => field ?? [];
        init => ForbiddenPatterns = Parse(field = value);
    }

    /// <summary>What <c>GET /v1/models</c> answers.</summary>
    public ModelListShape ModelList { get; init; }

    /// <summary>The limits in the headers of answers; null sends none, as many compatible servers.</summary>
    public SimulatedRateLimits? RateLimits { get; init; } = new();

    internal IReadOnlyList<CallPattern> MissingPatterns { get; private init; } = [];

    internal IReadOnlyList<CallPattern> ForbiddenPatterns { get; private init; } = [];

    private static CallPattern[] Parse(IReadOnlyList<string> calls) => [.. calls.Select(CallPattern.Parse)];
}
