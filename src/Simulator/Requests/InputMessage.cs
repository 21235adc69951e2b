namespace TypedLlm.Simulator;

/// <summary>A message of a request with its text parts joined.</summary>
internal sealed record InputMessage(string Role, string Text)
{
    /// <summary>The files and images among its parts.</summary>
    public IReadOnlyList<InputAttachment> Attachments { get; init; } = [];
}
