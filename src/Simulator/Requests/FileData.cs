namespace TypedLlm.Simulator;

/// <summary>Reads files that are sent along as data URLs.</summary>
internal static class FileData
{
    /// <summary>What the Responses API takes.</summary>
    public const string AnyFile = "a valid file MIME type (e.g. 'data:text/plain;base64,SGVsbG8sIFdvcmxkIQ==')";

    /// <summary>What Chat Completions takes.</summary>
    public const string Pdf = "an application/pdf MIME type (e.g. 'data:application/pdf;base64,SGVsbG8sIFdvcmxkIQ==')";

    private const string PdfType = "application/pdf";

    private static readonly string[] Types = ["text/", "application/"];

    /// <param name="data">What the request holds.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="expected"><see cref="AnyFile"/> or <see cref="Pdf"/>.</param>
    /// <exception cref="ApiErrorException">It is no data URL of such a file.</exception>
    public static DataUrl Read(string data, string path, string expected)
    {
        var url = DataUrl.Parse(data) ?? throw new ApiErrorException(ApiErrors.InvalidFileData(path, expected, "an invalid base64-encoded value"));
        var isTaken = expected == Pdf ? url.MediaType == PdfType : Types.Any(type => url.MediaType.StartsWith(type, StringComparison.Ordinal));
        return isTaken ? url : throw new ApiErrorException(ApiErrors.InvalidFileData(path, expected, $"unsupported MIME type '{url.MediaType}'"));
    }
}
