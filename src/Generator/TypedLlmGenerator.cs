using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using TypedLlm.Endpoints;

namespace TypedLlm.Generator;

/// <summary>Emits a client for each <c>[LlmEndpoint]</c> interface, and one method that registers them all. Never reports; the analyzers do.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class TypedLlmGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var endpoints = context.SyntaxProvider
            .ForAttributeWithMetadataName(WellKnownNames.LlmEndpointAttribute, static (node, _) => node is InterfaceDeclarationSyntax, ReadModel)
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .WithTrackingName(TrackingNames.Endpoints);
        var repeatedNames = endpoints
            .Select(static (model, _) => model.FullName)
            .Collect()
            .Select(static (names, _) => HintNames.Repeated(names))
            .WithTrackingName(TrackingNames.RepeatedNames);
        context.RegisterSourceOutput(
            endpoints.Combine(repeatedNames),
            static (output, pair) => Add(output, HintNames.Of(pair.Left.FullName, pair.Right), ClientEmitter.Emit(pair.Left)));

        // Names only: a change inside an endpoint must not emit the registration again.
        var registrations = endpoints
            .Select(static (model, _) => RegistrationModel.Of(model))
            .Collect()
            .Select(static (models, _) => RegistrationModel.Sort(models))
            .WithTrackingName(TrackingNames.Registrations);
        var assemblyName = context.CompilationProvider
            .Select(static (compilation, _) => compilation.AssemblyName ?? "")
            .WithTrackingName(TrackingNames.AssemblyName);
        context.RegisterSourceOutput(registrations.Combine(assemblyName), static (output, pair) => AddRegistration(output, pair.Left, pair.Right));
    }

    private static EndpointModel? ReadModel(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        var endpoint = (INamedTypeSymbol)context.TargetSymbol;

        // An attribute that stands on two parts of an interface is the compiler's to report; two files of one name would end the generator.
        var first = AttributeSyntaxes.Find(endpoint, EndpointReader.Attribute)?.ApplicationSyntaxReference;
        return first is not null && first.SyntaxTree == context.TargetNode.SyntaxTree && context.TargetNode.Span.Contains(first.Span)
            ? EndpointReader.Read(endpoint, cancellationToken).Model
            : null;
    }

    private static void AddRegistration(SourceProductionContext output, EquatableArray<RegistrationModel> endpoints, string assemblyName)
    {
        if (!endpoints.IsEmpty)
        {
            Add(output, "TypedLlm.Endpoints.g.cs", RegistrationEmitter.Emit(endpoints, assemblyName));
        }
    }

    private static void Add(SourceProductionContext output, string hintName, string source) =>
        output.AddSource(hintName, SourceText.From(source, Encoding.UTF8));
}
