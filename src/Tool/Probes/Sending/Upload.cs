using System.Globalization;
using System.Net.Http.Headers;

namespace TypedLlm.Tool.Probes;

/// <summary>The body that uploads a file.</summary>
internal static class Upload
{
    /// <summary>Longer than a batch may take, so that what is left running still finds its input; removed by the service if by nobody else.</summary>
    public static readonly TimeSpan ExpiresAfter = TimeSpan.FromDays(3);

    public static MultipartFormDataContent Content(byte[] bytes, string name, string purpose, string mediaType)
    {
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        return new MultipartFormDataContent
        {
            { new StringContent(purpose), "purpose" },
            { new StringContent("created_at"), "expires_after[anchor]" },
            { new StringContent(ExpiresAfter.TotalSeconds.ToString(CultureInfo.InvariantCulture)), "expires_after[seconds]" },
            { file, "file", name },
        };
    }
}
