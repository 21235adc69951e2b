using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TypedLlm.Simulator;

/// <summary>Ids as the service makes them, a function of the seed and of what they are for: the number of a request, the line of a batch.</summary>
internal sealed class WireIds(int seed)
{
    public string Response(string source) => Make("resp", "_", source, 50);

    public string Message(string source) => Make("msg", "_", source, 50);

    public string FunctionCall(string source) => Make("fc", "_", source, 50);

    public string Reasoning(string source) => Make("rs", "_", source, 50);

    public string Request(string source) => Make("req", "_", source, 32);

    public string File(string source) => Make("file", "-", source, 24);

    public string Batch(string source) => Make("batch", "_", source, 32);

    public string BatchRequest(string source) => Make("batch_req", "_", source, 32);

    public string Completion(string source) => Make("chatcmpl", "-", source, 29);

    private string Make(string prefix, string separator, string source, int digits)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}/{prefix}/{source}"));
        return $"{prefix}{separator}{Convert.ToHexStringLower(SHA256.HashData(bytes))[..digits]}";
    }
}
