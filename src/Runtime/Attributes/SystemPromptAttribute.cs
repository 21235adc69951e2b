namespace TypedLlm;

/// <summary>The instructions of an interface, or of one method in place of its interface's. Written like <see cref="PromptAttribute"/>.</summary>
/// <param name="template">The template, checked at compile time.</param>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Method, Inherited = false)]
public sealed class SystemPromptAttribute(string template) : Attribute
{
    /// <summary>The template as written.</summary>
    public string Template { get; } = template;
}
