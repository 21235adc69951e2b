namespace TypedLlm.Tool.Approvals;

/// <summary>A file that is not what it should be.</summary>
/// <param name="File">The file, relative to the folder of all approvals, with slashes.</param>
/// <param name="Approved">The content, with <c>\n</c> at the end of its lines; null if there is no file.</param>
/// <param name="Built">What it should be; null if its endpoint is gone.</param>
internal sealed record ApprovalChange(string File, string? Approved, string? Built);
