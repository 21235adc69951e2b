using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TypedLlm.Analyzers;

/// <summary>The rules about the declaration of an endpoint. <c>EndpointReader</c> fills their messages.</summary>
internal static class DeclarationDescriptors
{
    private const string Category = "TypedLlm.Declaration";

    public static readonly DiagnosticDescriptor UnsupportedReturnType = new(
        DiagnosticIds.UnsupportedReturnType,
        "Return type is not supported",
        "'{0}' returns '{1}', which is not supported; use Task<T>, ValueTask<T>, Task<LlmResult<T>>, IAsyncEnumerable<T> or IAsyncEnumerable<LlmEvent<T>>",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The return type chooses how a method runs; a method with any other is not generated.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.UnsupportedReturnType);

    public static readonly DiagnosticDescriptor StreamContradictsReturnType = new(
        DiagnosticIds.StreamContradictsReturnType,
        "Stream contradicts the return type",
        "'{0}' returns '{1}', which cannot be had without streaming; remove Stream = false, or return the answer whole",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A method that hands out the answer as it arrives streams it on the wire.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.StreamContradictsReturnType);

    public static readonly DiagnosticDescriptor MissingPrompt = new(
        DiagnosticIds.MissingPrompt,
        "Method has no prompt",
        "'{0}' has no prompt; add [Prompt] with the text to send, or [PromptFile] with its file",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Without a prompt there is nothing to send, and the method is not generated.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.MissingPrompt);

    public static readonly DiagnosticDescriptor UnsupportedParameterType = new(
        DiagnosticIds.UnsupportedParameterType,
        "Parameter type is not supported",
        "'{0}' {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A parameter that cannot be put into a prompt cannot be sent, and the method is not generated.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.UnsupportedParameterType);

    public static readonly DiagnosticDescriptor UnsupportedMember = new(
        DiagnosticIds.UnsupportedMember,
        "Member is not supported",
        "'{0}' {1}; an endpoint is a plain interface with plain methods",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A model answers methods; other members are not generated.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.UnsupportedMember);

    public static readonly DiagnosticDescriptor InaccessibleEndpoint = new(
        DiagnosticIds.InaccessibleEndpoint,
        "Endpoint cannot be implemented",
        "'{0}' {1}, so that no class beside it can implement it; make it public or internal, and nest it only in such types that are not generic",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The generated class stands in the interface's namespace and must see the interface.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.InaccessibleEndpoint);

    public static readonly DiagnosticDescriptor ClassNameTaken = new(
        DiagnosticIds.ClassNameTaken,
        "Name of the generated class is taken",
        "The class generated for '{0}' would be named '{1}', as {2} is; rename one of them",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Two types of one namespace cannot have the same name, so that nothing is generated.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.ClassNameTaken);

    public static readonly DiagnosticDescriptor SettingOutOfRange = new(
        DiagnosticIds.SettingOutOfRange,
        "Setting is out of range",
        "'{0}' {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The app does not start with such a setting, or the service refuses it.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.SettingOutOfRange);

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ImmutableArray.Create(
        UnsupportedReturnType,
        StreamContradictsReturnType,
        MissingPrompt,
        UnsupportedParameterType,
        UnsupportedMember,
        InaccessibleEndpoint,
        ClassNameTaken,
        SettingOutOfRange);
}
