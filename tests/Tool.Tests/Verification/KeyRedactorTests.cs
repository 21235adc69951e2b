using System.Text;
using TypedLlm.Tool.Service;

namespace TypedLlm.Tool.Tests.Verification;

public sealed class KeyRedactorTests
{
    [Theory]
    [InlineData("sk-0123456789abcdef", "no sk-0123456789abcdef here", "no ******************* here")]
    [InlineData("sk-0123456789abcdef", "the end is 89abcdef.", "the end is ********.")]
    [InlineData("sk-0123456789abcdef", "only 9abcdef", "only 9abcdef")]
    [InlineData("lm-studio", "owned by lm-studi and lm-studio", "owned by lm-studi and *********")]
    [InlineData("x", "exact", "exact")]
    public async Task The_key_and_its_parts_are_hidden_however_the_body_arrives(string key, string body, string expected)
    {
        for (var size = 1; size <= body.Length; size++)
        {
            await using var stream = new RedactedStream(new InPieces(Encoding.UTF8.GetBytes(body), size), new KeyRedactor(key));
            using var reader = new StreamReader(stream);

            Assert.Equal(expected, await reader.ReadToEndAsync());
        }
    }

    [Fact]
    public async Task A_line_that_has_arrived_is_not_held_back()
    {
        await using var stream = new RedactedStream(new InPieces("data: sk-01\nsk"u8.ToArray(), 12), new KeyRedactor("sk-0123456789abcdef"));

        Assert.Equal(12, await stream.ReadAsync(new byte[100]));
    }

    private sealed class InPieces(byte[] bytes, int size) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(size, buffer.Length)], cancellationToken);
    }
}
