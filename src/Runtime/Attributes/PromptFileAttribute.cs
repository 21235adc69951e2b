namespace TypedLlm;

/// <summary>
/// The user message of a method, in a file of the project. Its text is written like the template of <see cref="PromptAttribute"/>, checked
/// inside the file, and compiled into the client: no file is read when the method is called.
/// </summary>
/// <param name="path">
/// The path in the project's directory, with <c>/</c> or <c>\</c>: <c>Prompts/report.md</c>. The file is one of the project's AdditionalFiles,
/// as all <c>.md</c>, <c>.txt</c> and <c>.prompt</c> files in <c>Prompts</c> are.
/// </param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PromptFileAttribute(string path) : Attribute
{
    /// <summary>The path as written.</summary>
    public string Path { get; } = path;
}
