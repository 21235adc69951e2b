using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedLlm.Analyzers.CallSites;
using TypedLlm.Analyzers.Catalog;
using TypedLlm.Chains;

namespace TypedLlm.Analyzers;

/// <summary>
/// Reports ids of models that are shut down where they are handed to the OpenAI client or to the chat options of Microsoft.Extensions.AI.
/// Ids that the catalog does not know are not ours to judge there, and short names are no ids.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CallSiteAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(CallSiteDescriptors.ShutDownModel);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (ModelMembers.Of(start.Compilation) is not { } members)
            {
                return;
            }

            var models = ProjectModels.Read(start);
            start.RegisterOperationAction(context => AnalyzeCall(context, members, models), OperationKind.ObjectCreation, OperationKind.Invocation);
            start.RegisterOperationAction(context => AnalyzeAssignment(context, members, models), OperationKind.SimpleAssignment, OperationKind.CoalesceAssignment);
        });
    }

    private static void AnalyzeCall(OperationAnalysisContext context, ModelMembers members, ProjectModels models)
    {
        var (method, arguments) = context.Operation switch
        {
            IObjectCreationOperation { Constructor: { } constructor } creation => (constructor, creation.Arguments),
            IInvocationOperation invocation => (invocation.TargetMethod, invocation.Arguments),
            _ => default,
        };
        if (method is null || members.ParameterOf(method) is not { } parameter || ClientEndpoint.MayBeOther(arguments))
        {
            return;
        }

        foreach (var argument in arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.Explicit && SymbolEqualityComparer.Default.Equals(argument.Parameter, parameter))
            {
                Check(argument.Value, context, models);
            }
        }
    }

    private static void AnalyzeAssignment(OperationAnalysisContext context, ModelMembers members, ProjectModels models)
    {
        if (context.Operation is IAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } } assignment
            && members.Contains(property))
        {
            Check(assignment.Value, context, models);
        }
    }

    private static void Check(IOperation value, OperationAnalysisContext context, ProjectModels models)
    {
        switch (value)
        {
            case { ConstantValue: { HasValue: true, Value: string id } }:
                Report(id, value, context, models);
                break;
            case IConditionalOperation { WhenFalse: { } whenFalse } choice:
                Check(choice.WhenTrue, context, models);
                Check(whenFalse, context, models);
                break;
            case ICoalesceOperation coalesce:
                Check(coalesce.Value, context, models);
                Check(coalesce.WhenNull, context, models);
                break;
            case IConversionOperation { OperatorMethod: null } conversion:
                Check(conversion.Operand, context, models);
                break;
        }
    }

    private static void Report(string id, IOperation value, OperationAnalysisContext context, ProjectModels models)
    {
        if (models.Catalog.Find(id) is not { } facts || !facts.IsShutDown(models.Today))
        {
            return;
        }

        var replacement = models.ReplacementOf(facts);

        var properties = replacement is not null && IsCorrectedHere(value, replacement.Facts.Id)
            ? ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Choices, replacement.Facts.Id)
            : null;
        context.ReportDiagnostic(Diagnostic.Create(
            CallSiteDescriptors.ShutDownModel, value.Syntax.GetLocation(), properties, id, ChainWords.Since(facts), ChainWords.Use(replacement)));
    }

    /// <summary>
    /// Text is, and a constant whose class has one for the other model too. Any other constant is corrected where it is declared, which is for the
    /// user to decide.
    /// </summary>
    private static bool IsCorrectedHere(IOperation value, string replacement)
    {
        if (value is not IFieldReferenceOperation { Syntax: MemberAccessExpressionSyntax, Field: var field })
        {
            return value.Syntax is LiteralExpressionSyntax;
        }

        foreach (var member in field.ContainingType.GetMembers())
        {
            if (member is IFieldSymbol { IsConst: true, ConstantValue: string id } && id == replacement)
            {
                return true;
            }
        }

        return false;
    }
}
