using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace TypedLlm.Tool.Probes;

/// <summary>A small white image.</summary>
internal static class ProbePng
{
    private const int Size = 32;

    public static byte[] Create()
    {
        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Size);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Size);

        // Eight bits of grey; the other fields have one value each.
        header[8] = 8;
        Write(png, "IHDR", header);
        Write(png, "IDAT", Pixels());
        Write(png, "IEND", []);
        return png.ToArray();
    }

    private static byte[] Pixels()
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            var line = new byte[Size + 1];
            line.AsSpan(1).Fill(0xFF);
            for (var i = 0; i < Size; i++)
            {
                zlib.Write(line);
            }
        }

        return packed.ToArray();
    }

    private static void Write(MemoryStream png, string type, byte[] data)
    {
        byte[] chunk = [.. Encoding.ASCII.GetBytes(type), .. data];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(chunk);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(chunk));
        png.Write(number);
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }
        }

        return ~crc;
    }
}
