namespace Coho.Winery.Shell;

/// <summary>What the user sees before the cursor. Nothing to do with language models.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class PromptAttribute(string text) : Attribute
{
    public string Text { get; } = text;

    public string? Fallback { get; set; }
}

[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class)]
public sealed class LlmEndpointAttribute : Attribute
{
    public string? Primary { get; set; }
}

public enum Effort
{
    Picking,
    Pressing,
}

[LlmEndpoint(Primary = "not a model")]
public interface IShell
{
    [Prompt("{unknown}> ")]
    string Cursor { get; }

    [Prompt("password: ", Fallback = "gpt-9")]
    int Read();
}
