using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TypedLlm.Analyzers;

/// <summary>The rules about templates of prompts. <c>EndpointReader</c> fills their messages.</summary>
internal static class PromptDescriptors
{
    private const string Category = "TypedLlm.Prompt";

    public static readonly DiagnosticDescriptor UnknownPlaceholder = new(
        DiagnosticIds.UnknownPlaceholder,
        "Placeholder has no parameter",
        "'{0}' is no parameter of '{1}'{2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A template names a parameter that the method does not have.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.UnknownPlaceholder);

    public static readonly DiagnosticDescriptor MalformedTemplate = new(
        DiagnosticIds.MalformedTemplate,
        "Template is malformed",
        "The template of '{1}' cannot be read: {0}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A template with a brace out of place says nothing certain.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.MalformedTemplate);

    public static readonly DiagnosticDescriptor UnknownPlaceholderMember = new(
        DiagnosticIds.UnknownPlaceholderMember,
        "Placeholder names no member",
        "'{1}' has no member '{0}'{2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A template names a member that the parameter's type does not have or does not show.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.UnknownPlaceholderMember);

    public static readonly DiagnosticDescriptor UnsupportedFormat = new(
        DiagnosticIds.UnsupportedFormat,
        "Format is not supported by the type",
        "The format '{0}' {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A format that the type of the value refuses fails every call.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.UnsupportedFormat);

    public static readonly DiagnosticDescriptor UnusedParameter = new(
        DiagnosticIds.UnusedParameter,
        "Parameter is not used by any prompt",
        "'{0}' stands in no prompt of '{1}', so that it is not sent; name it in the template as {{{0}}}, or remove it",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "What no template names never reaches the model.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.UnusedParameter);

    public static readonly DiagnosticDescriptor MissingPromptFile = new(
        DiagnosticIds.MissingPromptFile,
        "Prompt file is not among the additional files",
        "The prompt file '{0}' is not among the additional files of the project{1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The compiler sees the files that a project includes as AdditionalFiles, and no others.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.MissingPromptFile);

    public static readonly DiagnosticDescriptor PromptFileOutsideProject = new(
        DiagnosticIds.PromptFileOutsideProject,
        "Path of a prompt file is not one in the project",
        "'{0}' {1}; write a path in the directory of the project",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The path of a prompt file is relative to the directory of the project and stays in it.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.PromptFileOutsideProject);

    public static readonly DiagnosticDescriptor TwoPrompts = new(
        DiagnosticIds.TwoPrompts,
        "Prompt is written twice",
        "'{0}' has both [{1}] and [{2}]; keep one of them",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A message has one template, in the code or in a file.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.TwoPrompts);

    public static readonly DiagnosticDescriptor BlankSystemPrompt = new(
        DiagnosticIds.BlankSystemPrompt,
        "System prompt is blank",
        "The system prompt of '{0}' is blank; write instructions, or remove the attribute",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A blank system prompt tells the model nothing.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.BlankSystemPrompt);

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ImmutableArray.Create(
        UnknownPlaceholder,
        MalformedTemplate,
        UnknownPlaceholderMember,
        UnsupportedFormat,
        UnusedParameter,
        MissingPromptFile,
        PromptFileOutsideProject,
        TwoPrompts,
        BlankSystemPrompt);
}
