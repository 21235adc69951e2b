using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace TypedLlm.Simulator;

/// <summary>Sends an HTTP answer that does not come from a model.</summary>
internal sealed class HttpReplyWriter(SimulatorOptions options)
{
    private static readonly byte[] Filler = CreateFiller();

    public async Task WriteAsync(Exchange exchange, HttpReply http)
    {
        var headers = Headers(exchange, http);
        var body = Encoding.UTF8.GetBytes(http.Body);
        if (http.Gzip)
        {
            await exchange.SendAsync(http.Status, Compress(body, http.FillerBytes), headers);
            return;
        }

        var sink = exchange.OpenSink(body.Length);
        exchange.Status = http.Status;
        await sink.StartAsync(http.Status, headers);
        await sink.WriteAsync(body);
        for (var left = http.FillerBytes; left > 0; left -= Filler.Length)
        {
            await sink.WriteAsync(Filler.AsMemory(0, (int)Math.Min(left, Filler.Length)));
        }

        await sink.EndAsync();
    }

    private Dictionary<string, string> Headers(Exchange exchange, HttpReply http)
    {
        var headers = exchange.Headers(http.ContentType);
        foreach (var (name, value) in http.Headers)
        {
            headers[name] = value;
        }

        if (http.RetryAfterDate is { } wait)
        {
            // A date has whole seconds; rounded up, so that the wait is never shorter than was asked.
            var until = (options.Clock.GetUtcNow() + wait).AddTicks(TimeSpan.TicksPerSecond - 1);
            headers["retry-after"] = until.ToString("R", CultureInfo.InvariantCulture);
        }

        if (http.Gzip)
        {
            headers["content-encoding"] = "gzip";
        }

        return headers;
    }

    private static byte[] Compress(byte[] body, long fillerBytes)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            gzip.Write(body);
            for (var left = fillerBytes; left > 0; left -= Filler.Length)
            {
                gzip.Write(Filler, 0, (int)Math.Min(left, Filler.Length));
            }
        }

        return compressed.ToArray();
    }

    private static byte[] CreateFiller()
    {
        var filler = new byte[64 * 1024];
        filler.AsSpan().Fill((byte)' ');
        return filler;
    }
}
