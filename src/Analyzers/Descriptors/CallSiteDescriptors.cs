using Microsoft.CodeAnalysis;

namespace TypedLlm.Analyzers;

/// <summary>The rules about models and files outside endpoints: in calls of other libraries and in settings.</summary>
internal static class CallSiteDescriptors
{
    private const string Category = "TypedLlm.CallSite";

    /// <summary>The id, since when, and what to do.</summary>
    public static readonly DiagnosticDescriptor ShutDownModel = new(
        DiagnosticIds.ShutDownModelAtCallSite,
        "Call names a model that is shut down",
        "'{0}' was shut down{1}, so OpenAI refuses every call to it; {2}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The service answers every call to a model that is shut down with 404.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.ShutDownModelAtCallSite);

    /// <summary>The setting, the name, and what to do.</summary>
    public static readonly DiagnosticDescriptor UnknownModelInSettings = new(
        DiagnosticIds.UnknownModelInSettings,
        "Model in the settings is not known",
        "{0} names '{1}', which no catalog knows; {2}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A name in the settings is neither an id nor a short name of a model: a list with it does less than it seems to, and a chain with it is refused at start.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.UnknownModelInSettings);

    /// <summary>The method, and what it does with the text.</summary>
    public static readonly DiagnosticDescriptor Base64InFilePart = new(
        DiagnosticIds.Base64InFilePart,
        "File part is handed base64 text",
        "'{0}' {1}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The client encodes the bytes of a file itself; text that is base64 already is encoded once more, or taken for an id, and the service refuses it.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.Base64InFilePart);

    /// <summary>The setting, the model, since when, and what to do.</summary>
    public static readonly DiagnosticDescriptor ShutDownModelInSettings = new(
        DiagnosticIds.ShutDownModelInSettings,
        "Model in the settings is shut down",
        "{0} names {1}, which was shut down{2}; {3}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A model that is shut down is passed over, whatever the settings say.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.ShutDownModelInSettings);
}
