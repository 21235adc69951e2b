using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedLlm.Analyzers.CallSites;

namespace TypedLlm.Analyzers;

/// <summary>Reports base64 text where the OpenAI client takes the bytes of a file or image, or the id of an uploaded one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FilePartAnalyzer : DiagnosticAnalyzer
{
    private const string AsBytes = "encodes what it is handed, so that base64 text reaches the service encoded twice; hand it the bytes: BinaryData.FromBytes(…)";
    private const string AsId = "takes the id of an uploaded file, not its content in base64; hand it the bytes instead: BinaryData.FromBytes(…)";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(CallSiteDescriptors.Base64InFilePart);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (FilePartMethods.Of(start.Compilation) is { } methods)
            {
                start.RegisterOperationAction(context => Analyze(context, methods), OperationKind.Invocation);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, FilePartMethods methods)
    {
        var invocation = (IInvocationOperation)context.Operation;
        if (!methods.Contains(invocation.TargetMethod))
        {
            return;
        }

        foreach (var argument in invocation.Arguments)
        {
            if (argument is not { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter })
            {
                continue;
            }

            if (FilePartMethods.Is(parameter.Type, methods.BinaryData))
            {
                if (Base64Text.BytesOf(argument.Value, methods) is { } bytes)
                {
                    Report(argument, AsBytes, FixOf(bytes, argument, methods), context);
                }
            }
            else if (parameter.Name.EndsWith("Id", StringComparison.OrdinalIgnoreCase) && Base64Text.IsText(argument.Value, methods))
            {
                Report(argument, AsId, null, context);
            }
        }
    }

    private static void Report(IArgumentOperation argument, string message, ImmutableDictionary<string, string?>? properties, OperationAnalysisContext context) =>
        context.ReportDiagnostic(Diagnostic.Create(
            CallSiteDescriptors.Base64InFilePart, argument.Value.Syntax.GetLocation(), properties, argument.Parameter!.ContainingSymbol.Name, message));

    // The bytes themselves can be handed over where they stand in the call as a whole array.
    private static ImmutableDictionary<string, string?>? FixOf(IOperation bytes, IArgumentOperation argument, FilePartMethods methods) =>
        bytes.Syntax == argument.Value.Syntax
        && bytes is IInvocationOperation { Arguments: { Length: 1 } arguments }
        && arguments[0].Value is IInvocationOperation { Arguments.Length: 1 } text
        && Base64Text.Encoded(text, methods) is { Type: IArrayTypeSymbol }
            ? ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Unwrap, null)
            : null;
}
