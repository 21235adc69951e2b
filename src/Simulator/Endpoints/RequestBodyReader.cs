using System.Buffers;

namespace TypedLlm.Simulator;

/// <summary>Reads a request's body up to a limit.</summary>
internal static class RequestBodyReader
{
    /// <summary>The body; null if it is larger than <paramref name="limit"/> bytes.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int limit, CancellationToken closed)
    {
        if (request.ContentLength > limit)
        {
            return null;
        }

        while (true)
        {
            var read = await request.BodyReader.ReadAsync(closed);
            if (read.Buffer.Length > limit)
            {
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return null;
            }

            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return body;
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
