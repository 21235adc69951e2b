using System.Text;
using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>Random text that fills each delta up to a multiple of 16 characters, so that sizes on the wire tell nothing.</summary>
internal sealed class Obfuscation(string responseId)
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const int Block = 16;

    private readonly Random _random = new(BitConverter.ToInt32(Encoding.ASCII.GetBytes(responseId[^4..])));

    public void Write(Utf8JsonWriter json, string delta)
    {
        Span<char> filling = stackalloc char[Block - (delta.Length % Block)];
        _random.GetItems(Alphabet, filling);
        json.WriteString("obfuscation", filling);
    }
}
