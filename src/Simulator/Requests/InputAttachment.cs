namespace TypedLlm.Simulator;

/// <summary>A file or an image in a message.</summary>
/// <param name="Type">The type of the part, as on the wire.</param>
/// <param name="Path">Where the part stands in the request.</param>
/// <param name="Tokens">What it counts.</param>
internal sealed record InputAttachment(string Type, string Path, int Tokens)
{
    public const string File = "input_file";

    public const string Image = "input_image";
}
