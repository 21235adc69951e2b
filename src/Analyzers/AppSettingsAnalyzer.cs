using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using TypedLlm.Analyzers.Catalog;
using TypedLlm.Analyzers.Settings;
using TypedLlm.Catalog;
using TypedLlm.Chains;

namespace TypedLlm.Analyzers;

/// <summary>Reports names of models in <c>appsettings*.json</c> that are unknown or shut down, inside the file.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AppSettingsAnalyzer : DiagnosticAnalyzer
{
    private static readonly SourceTextValueProvider<IReadOnlyList<AppSettingsName>> Reader =
        new(static text => AppSettingsReader.Read(text.ToString()));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(CallSiteDescriptors.UnknownModelInSettings, CallSiteDescriptors.ShutDownModelInSettings);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var files = ProjectFiles.Read(start, IsAppSettings, Reader);
            if (HasNames(files))
            {
                var models = ProjectModels.Read(start);
                start.RegisterAdditionalFileAction(context => Report(context, files, models));
            }
        });
    }

    private static bool IsAppSettings(string name) =>
        name.StartsWith("appsettings", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    private static bool HasNames(IReadOnlyList<(AdditionalText File, IReadOnlyList<AppSettingsName> Names)> files)
    {
        foreach (var (_, names) in files)
        {
            if (names.Count > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static void Report(
        AdditionalFileAnalysisContext context,
        IReadOnlyList<(AdditionalText File, IReadOnlyList<AppSettingsName> Names)> files,
        ProjectModels models)
    {
        foreach (var (file, names) in files)
        {
            if (file != context.AdditionalFile || file.GetText(context.CancellationToken) is not { } text)
            {
                continue;
            }

            foreach (var name in names)
            {
                if (ProblemOf(name, ProjectFiles.LocationOf(name.Position, file, text), models) is { } diagnostic)
                {
                    context.ReportDiagnostic(diagnostic);
                }
            }
        }
    }

    private static Diagnostic? ProblemOf(AppSettingsName name, Location location, ProjectModels models)
    {
        var model = models.Catalog.Resolve(name.Name);
        if (model.Facts is not { } facts)
        {
            return Diagnostic.Create(
                CallSiteDescriptors.UnknownModelInSettings, location, name.List, name.Name, UnknownNames.Advice(name.Name, models.Catalog.WithoutLists()));
        }

        return name.IsAsked && facts.IsShutDown(models.Today)
            ? Diagnostic.Create(
                CallSiteDescriptors.ShutDownModelInSettings,
                location,
                name.List,
                ChainWords.Subject(model),
                ChainWords.Since(facts),
                ChainWords.Use(models.ReplacementOf(facts)))
            : null;
    }
}
