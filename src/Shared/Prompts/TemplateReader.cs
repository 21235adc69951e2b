using Microsoft.CodeAnalysis;
using TypedLlm.Endpoints;

namespace TypedLlm.Prompts;

/// <summary>Finds the template of a message: in an attribute, or in the file that an attribute names.</summary>
/// <param name="inlineAttribute">The attribute that holds the template.</param>
/// <param name="fileAttribute">The attribute that names the file.</param>
internal sealed class TemplateReader(string inlineAttribute, string fileAttribute)
{
    public static TemplateReader Prompt { get; } = new("PromptAttribute", "PromptFileAttribute");

    public static TemplateReader SystemPrompt { get; } = new("SystemPromptAttribute", "SystemPromptFileAttribute");

    public bool IsDeclared(ISymbol member) =>
        AttributeSyntaxes.Find(member, inlineAttribute) is not null || AttributeSyntaxes.Find(member, fileAttribute) is not null;

    /// <summary>Reads what a method, or an interface for it, declares.</summary>
    /// <returns>Whether there is a declaration. If it holds no template although it compiles, that is reported and the method blocked.</returns>
    public bool TryRead(ISymbol member, MethodScope scope, out PromptTemplate? template)
    {
        AttributeData? inline = null;
        AttributeData? file = null;
        foreach (var attribute in member.GetAttributes())
        {
            if (TypeNames.Is(attribute.AttributeClass, "TypedLlm", inlineAttribute))
            {
                inline = attribute;
            }
            else if (TypeNames.Is(attribute.AttributeClass, "TypedLlm", fileAttribute))
            {
                file = attribute;
            }
        }

        var owner = member as INamedTypeSymbol ?? member.ContainingType;
        template = null;
        scope.ReadsFile |= file is not null;
        if (inline is not null && file is not null)
        {
            ReportBoth(member, inline, file, owner, scope);
        }
        else if (file is not null)
        {
            template = ReadFile(file, owner, scope);
        }
        else if (inline is not null && Argument(inline) is { Value: string text })
        {
            template = new LiteralTemplate(text, inline, scope.CancellationToken);
        }

        return inline is not null || file is not null;
    }

    private static void ReportBoth(ISymbol member, AttributeData inline, AttributeData file, INamedTypeSymbol owner, MethodScope scope)
    {
        string[] arguments = [member.Name, EndpointAttributes.ShortName(inline), EndpointAttributes.ShortName(file)];
        scope.BlockOnce(DiagnosticIds.TwoPrompts, EndpointAttributes.NameLocation(file, scope.CancellationToken), arguments, owner);
    }

    private static FileTemplate? ReadFile(AttributeData attribute, INamedTypeSymbol owner, MethodScope scope)
    {
        if (Argument(attribute) is not { } argument)
        {
            scope.BlockSilently(DiagnosticIds.MissingPromptFile);
            return null;
        }

        var path = argument.Value as string ?? "";
        if (PromptPath.Fault(path) is { } fault)
        {
            scope.BlockOnce(DiagnosticIds.PromptFileOutsideProject, Locate(attribute, path, scope), [path, fault], owner);
            return null;
        }

        if (scope.Files.Find(path) is not { } file)
        {
            var nearest = scope.Files.Nearest(path);
            scope.BlockOnce(DiagnosticIds.MissingPromptFile, Locate(attribute, path, scope), [path, Hint(path, nearest)], owner, nearest);
            return null;
        }

        if (file.GetText(scope.CancellationToken) is not { } text)
        {
            // A file that cannot be read is the compiler's to report.
            scope.BlockSilently(DiagnosticIds.MissingPromptFile);
            return null;
        }

        return new FileTemplate(file.Path, text);
    }

    private static string Hint(string path, string? nearest) => nearest is not null
        ? $"; did you mean '{nearest}'?"
        : $"; if it exists, include it with <AdditionalFiles Include=\"{PromptPath.Normalize(path)}\" />, else create it";

    private static Location? Locate(AttributeData attribute, string path, MethodScope scope) =>
        new LiteralTemplate(path, attribute, scope.CancellationToken).Locate(0, path.Length);

    /// <summary>The argument, null if it is no constant, which the compiler reports.</summary>
    private static TypedConstant? Argument(AttributeData attribute) =>
        attribute.ConstructorArguments is { Length: > 0 } arguments && arguments[0].Kind == TypedConstantKind.Primitive ? arguments[0] : null;
}
