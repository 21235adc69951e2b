using System.Runtime.CompilerServices;

namespace TypedLlm.Transports;

/// <summary>Reads a body into a buffer, as far as the buffer's limit.</summary>
internal static class BodyReader
{
    private const int ReadSize = 4 * 1024;

    /// <summary>True when the body ended, false when it is larger than the buffer may become.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<bool> ReadAsync(Stream body, PooledBuffer buffer, CancellationToken cancellationToken)
    {
        while (buffer.TryReserve(ReadSize))
        {
            var count = await body.ReadAsync(buffer.Free, cancellationToken).ConfigureAwait(false);
            if (count == 0)
            {
                return true;
            }

            buffer.Advance(count);
        }

        return false;
    }
}
