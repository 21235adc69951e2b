using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedLlm.Endpoints;

namespace TypedLlm.Analyzers;

/// <summary>Reports a library of another version than the analyzers and the generator that came with them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class VersionAnalyzer : DiagnosticAnalyzer
{
    private const string Library = "TypedLlm";

    private static readonly string Own = PackageVersion(
        typeof(VersionAnalyzer).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion,
        typeof(VersionAnalyzer).Assembly.GetName().Version);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => VersionDescriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationAction(Analyze);
    }

    private static void Analyze(CompilationAnalysisContext context)
    {
        foreach (var assembly in context.Compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (assembly.Name == Library && VersionOf(assembly) is var referenced && referenced != Own)
            {
                context.ReportDiagnostic(Diagnostic.Create(VersionDescriptors.VersionsDiffer, Location.None, referenced, Own));
                return;
            }
        }
    }

    private static string VersionOf(IAssemblySymbol assembly)
    {
        string? informational = null;
        foreach (var attribute in assembly.GetAttributes())
        {
            if (TypeNames.Is(attribute.AttributeClass, "System.Reflection", nameof(AssemblyInformationalVersionAttribute))
                && attribute.ConstructorArguments.Length == 1
                && attribute.ConstructorArguments[0].Value is string value)
            {
                informational = value;
            }
        }

        return PackageVersion(informational, assembly.Identity.Version);
    }

    // The version of an assembly does not tell one preview from the next; what follows '+' tells one commit from the next.
    private static string PackageVersion(string? informational, Version version) => informational?.Split('+')[0] ?? version.ToString();
}
