namespace TypedLlm;

/// <summary>
/// The instructions of an interface, or of one method in place of its interface's, in a file of the project. The file is found and written as
/// with <see cref="PromptFileAttribute"/>.
/// </summary>
/// <param name="path">The path in the project's directory, with <c>/</c> or <c>\</c>: <c>Prompts/system.md</c>.</param>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Method, Inherited = false)]
public sealed class SystemPromptFileAttribute(string path) : Attribute
{
    /// <summary>The path as written.</summary>
    public string Path { get; } = path;
}
