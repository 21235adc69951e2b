namespace TypedLlm.Generator;

/// <summary>The steps of the pipeline, as tests ask for them.</summary>
internal static class TrackingNames
{
    public const string Declarations = nameof(Declarations);
    public const string Endpoints = nameof(Endpoints);
    public const string EndpointsWithFiles = nameof(EndpointsWithFiles);
    public const string Clients = nameof(Clients);
    public const string ClientsWithFiles = nameof(ClientsWithFiles);
    public const string RepeatedNames = nameof(RepeatedNames);
    public const string MarkedAnswers = nameof(MarkedAnswers);
    public const string Answers = nameof(Answers);
    public const string Parameters = nameof(Parameters);
    public const string Registrations = nameof(Registrations);
    public const string AssemblyName = nameof(AssemblyName);
}
