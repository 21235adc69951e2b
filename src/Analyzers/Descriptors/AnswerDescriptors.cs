using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TypedLlm.Analyzers;

/// <summary>The rules about types of answers.</summary>
internal static class AnswerDescriptors
{
    private const string Category = "TypedLlm.Answer";

    public static readonly DiagnosticDescriptor NotExpressible = new(
        DiagnosticIds.NotExpressible,
        "Member has no place in a strict schema",
        "'{0}' {1}; {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A model answers in a strict schema, which says of each value what it is.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.NotExpressible);

    public static readonly DiagnosticDescriptor NotConstructible = new(
        DiagnosticIds.NotConstructible,
        "Type of an answer cannot be constructed",
        "'{0}' {1}; {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Generated code makes an answer by its constructor and its setters, chosen as System.Text.Json chooses them.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.NotConstructible);

    public static readonly DiagnosticDescriptor SchemaLimit = new(
        DiagnosticIds.SchemaLimit,
        "Schema is larger than the service takes",
        "The schema of '{0}' {1}; {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The service refuses a schema with more properties, levels, names or enum values than it allows.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.SchemaLimit);

    public static readonly DiagnosticDescriptor NotPartial = new(
        DiagnosticIds.NotPartial,
        "Type of events has no partials",
        "'{0}' {1}, so that {2}; {3}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "What shows an answer while it arrives is added to its type, which has to be partial for that.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.NotPartial);

    public static readonly DiagnosticDescriptor MemberOfOtherGenerator = new(
        DiagnosticIds.MemberOfOtherGenerator,
        "Member is added by another generator",
        "'{0}' is added by another generator, which this one cannot see, so that no answer fills it; declare it in your code or in a project that you refer to",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "All generators of a project see its code as it was written, and none sees what another adds.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.MemberOfOtherGenerator);

    public static readonly DiagnosticDescriptor InvalidFamily = new(
        DiagnosticIds.InvalidFamily,
        "Family of types is not valid",
        "'{0}' {1}; {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A model answers with the name of one type of a family, so that each needs a name of its own.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.InvalidFamily);

    public static readonly DiagnosticDescriptor AnnotationWithoutEffect = new(
        DiagnosticIds.AnnotationWithoutEffect,
        "Annotation has no effect",
        "{1} on '{0}' has no effect: {2}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Answers are read and checked by generated code, which heeds the annotations that it knows and calls none.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.AnnotationWithoutEffect);

    public static readonly DiagnosticDescriptor InvalidValidator = new(
        DiagnosticIds.InvalidValidator,
        "Check of an answer cannot be called",
        "[Validate] method '{0}' {1}; {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Generated code calls each [Validate] method with the value that was read and with what takes its findings.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.InvalidValidator);

    public static readonly DiagnosticDescriptor ConflictingAnnotations = new(
        DiagnosticIds.ConflictingAnnotations,
        "No value can meet the annotations",
        "No value of '{0}'{2} can meet its annotations: it would have to {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A model would be asked for what it cannot answer, and each answer that has a value there be refused and paid for.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.ConflictingAnnotations);

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ImmutableArray.Create(
        NotExpressible,
        NotConstructible,
        SchemaLimit,
        NotPartial,
        MemberOfOtherGenerator,
        InvalidFamily,
        AnnotationWithoutEffect,
        InvalidValidator,
        ConflictingAnnotations);
}
