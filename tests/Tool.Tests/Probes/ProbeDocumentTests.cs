using System.Globalization;
using System.Text;
using TypedLlm.Tool.Probes;

namespace TypedLlm.Tool.Tests.Probes;

public sealed class ProbeDocumentTests
{
    [Fact]
    public void The_table_of_the_pdf_points_at_its_objects()
    {
        var pdf = Encoding.ASCII.GetString(ProbePdf.Create());
        var table = int.Parse(pdf.Split('\n')[^3], CultureInfo.InvariantCulture);
        var lines = pdf[table..].Split('\n');

        Assert.StartsWith("%PDF-1.4\n", pdf, StringComparison.Ordinal);
        Assert.Equal(["xref", "0 6"], lines[..2]);
        for (var number = 1; number < 6; number++)
        {
            Assert.Equal(19, lines[2 + number].Length);
            var offset = int.Parse(lines[2 + number].AsSpan(0, 10), CultureInfo.InvariantCulture);
            Assert.StartsWith($"{number} 0 obj\n", pdf[offset..], StringComparison.Ordinal);
        }

        var content = pdf[(pdf.IndexOf("stream\n", StringComparison.Ordinal) + 7)..pdf.IndexOf("\nendstream", StringComparison.Ordinal)];
        Assert.Contains($"/Length {content.Length} ", pdf, StringComparison.Ordinal);
    }

    [Fact]
    public void The_image_has_the_checksums_of_its_chunks()
    {
        var png = ProbePng.Create();

        // The end of every PNG, checksum included.
        Assert.Equal("0000000049454E44AE426082", Convert.ToHexString(png.AsSpan(png.Length - 12)));
        Assert.Equal("89504E470D0A1A0A0000000D49484452", Convert.ToHexString(png.AsSpan(0, 16)));
    }

    [Theory]
    [InlineData("1s", 1.0)]
    [InlineData("6m0s", 360.0)]
    [InlineData("2ms", 0.002)]
    [InlineData("1h2m3.5s", 3723.5)]
    [InlineData("", null)]
    [InlineData("5", null)]
    [InlineData("s", null)]
    [InlineData("5x", null)]
    [InlineData("99999999h", null)]
    public void Durations_of_headers_are_read(string text, double? seconds) =>
        Assert.Equal(seconds, RateLimitHeaders.Duration(text)?.TotalSeconds);
}
