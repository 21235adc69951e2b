using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using TypedLlm.Endpoints;
using TypedLlm.Prompts;

namespace TypedLlm.Generator;

/// <summary>
/// Emits a client for each <c>[LlmEndpoint]</c> interface, what reads the types that these and <c>[LlmAnswer]</c> name, and one method that registers
/// all clients. Never reports; the analyzers do.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class TypedLlmGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var declared = context.SyntaxProvider
            .ForAttributeWithMetadataName(WellKnownNames.LlmEndpointAttribute, static (node, _) => node is InterfaceDeclarationSyntax, ReadDeclaration)
            .WithTrackingName(TrackingNames.Declarations);
        var endpoints = declared
            .Where(static endpoint => endpoint?.Model is not null)
            .Select(static (endpoint, _) => endpoint!.Model!)
            .WithTrackingName(TrackingNames.Endpoints);

        // A declaration is read without seeing files. Only an endpoint that uses some is read again, with them; each of its readings is compared
        // with the one before, so that neither the files of other endpoints nor an edit elsewhere emit it again.
        var files = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, _) => AdditionalFile.Read(pair.Left, pair.Right))
            .Collect()
            .Combine(context.AnalyzerConfigOptionsProvider.Select(static (options, _) => PromptFiles.ProjectDirectory(options)))
            .Select(static (pair, _) => new PromptFiles(pair.Left, pair.Right));
        var endpointsWithFiles = declared
            .Where(static endpoint => endpoint?.MetadataName is not null)
            .Combine(context.CompilationProvider.Combine(files))
            .Select(static (pair, token) => ReadWithFiles(pair.Left!.MetadataName!, pair.Right.Left, pair.Right.Right, token))
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .WithTrackingName(TrackingNames.EndpointsWithFiles);

        var repeatedNames = Both(ClientNameOf)
            .Select(static (names, _) => HintNames.Repeated(names))
            .WithTrackingName(TrackingNames.RepeatedNames);
        var clients = endpoints.Select(static (model, _) => ClientNeeds.Of(model)).WithTrackingName(TrackingNames.Clients);
        var clientsWithFiles = endpointsWithFiles.Select(static (model, _) => ClientNeeds.Of(model)).WithTrackingName(TrackingNames.ClientsWithFiles);
        context.RegisterSourceOutput(clients.Combine(repeatedNames), AddClient);
        context.RegisterSourceOutput(clientsWithFiles.Combine(repeatedNames), AddClient);

        // Types are emitted once for the assembly; each file again only when what it is made of has changed.
        var marked = context.SyntaxProvider
            .ForAttributeWithMetadataName(WellKnownNames.LlmAnswerAttribute, static (node, _) => node is BaseTypeDeclarationSyntax, RequestedAnswer.OfMarked)
            .WithTrackingName(TrackingNames.MarkedAnswers);
        var answers = Both(RequestedAnswer.Of)
            .Combine(marked.Collect())
            .SelectMany(static (pair, _) => AnswerUnit.Of(pair.Left.AddRange(pair.Right)))
            .WithTrackingName(TrackingNames.Answers);
        context.RegisterSourceOutput(answers, static (output, unit) => Add(output, unit.HintName, unit.Emit()));

        var parameters = Both(JsonPlaceholders.Of)
            .SelectMany(static (endpoints, _) => AnswerUnit.OfParameters(endpoints))
            .WithTrackingName(TrackingNames.Parameters);
        context.RegisterSourceOutput(parameters, static (output, unit) => Add(output, unit.HintName, unit.Emit()));

        // Names only: a change inside an endpoint must not emit the registration again.
        var registrations = Both(RegistrationModel.Of)
            .Select(static (models, _) => RegistrationModel.Sort(models))
            .WithTrackingName(TrackingNames.Registrations);
        var assemblyName = context.CompilationProvider
            .Select(static (compilation, _) => compilation.AssemblyName ?? "")
            .WithTrackingName(TrackingNames.AssemblyName);
        context.RegisterSourceOutput(registrations.Combine(assemblyName), static (output, pair) => AddRegistration(output, pair.Left, pair.Right));

        IncrementalValueProvider<ImmutableArray<T>> Both<T>(Func<EndpointModel, T> select) => endpoints
            .Select((model, _) => select(model))
            .Collect()
            .Combine(endpointsWithFiles.Select((model, _) => select(model)).Collect())
            .Select(static (pair, _) => pair.Left.AddRange(pair.Right));
    }

    private static DeclaredEndpoint? ReadDeclaration(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        var endpoint = (INamedTypeSymbol)context.TargetSymbol;

        // An attribute that stands on two parts of an interface is the compiler's to report; two files of one name would end the generator.
        var first = AttributeSyntaxes.Find(endpoint, EndpointReader.Attribute)?.ApplicationSyntaxReference;
        if (first is null || first.SyntaxTree != context.TargetNode.SyntaxTree || !context.TargetNode.Span.Contains(first.Span))
        {
            return null;
        }

        var reading = EndpointReader.Read(endpoint, PromptFiles.None, cancellationToken);
        return reading.ReadsFiles ? new DeclaredEndpoint(EndpointNames.MetadataName(endpoint), null) : new DeclaredEndpoint(null, reading.Model);
    }

    private static EndpointModel? ReadWithFiles(string metadataName, Compilation compilation, PromptFiles files, CancellationToken cancellationToken) =>
        compilation.Assembly.GetTypeByMetadataName(metadataName) is { } endpoint
            ? EndpointReader.Read(endpoint, files, cancellationToken).Model
            : null;

    private static ClientName ClientNameOf(EndpointModel model) => new(model.FullName, model.Namespace);

    private static void AddClient(SourceProductionContext output, (EndpointModel Model, EquatableArray<ClientName> RepeatedNames) endpoint) =>
        Add(output, HintNames.Of(ClientNameOf(endpoint.Model), endpoint.RepeatedNames), ClientEmitter.Emit(endpoint.Model));

    private static void AddRegistration(SourceProductionContext output, EquatableArray<RegistrationModel> endpoints, string assemblyName)
    {
        if (!endpoints.IsEmpty)
        {
            Add(output, HintNames.Registration, RegistrationEmitter.Emit(endpoints, assemblyName));
        }
    }

    private static void Add(SourceProductionContext output, string hintName, string source) =>
        output.AddSource(hintName, SourceText.From(source, Encoding.UTF8));
}
