namespace TypedLlm.Tool.Approvals;

/// <summary>What reviewers approve of one endpoint.</summary>
/// <param name="File">The file, relative to the folder of all approvals, with slashes.</param>
/// <param name="Text">Its content.</param>
internal sealed record Approval(string File, string Text)
{
    /// <summary>How the content begins. A file that begins otherwise is somebody else's.</summary>
    public const string Mark = "# typedllm approval: ";
}
