using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TypedLlm.Simulator;

/// <summary>Ids as the service makes them, a function of the seed and the number of the request.</summary>
internal sealed class WireIds(int seed)
{
    public string Response(int request) => Make("resp", request, 50);

    public string Message(int request) => Make("msg", request, 50);

    public string Reasoning(int request) => Make("rs", request, 50);

    public string Request(int request) => Make("req", request, 32);

    private string Make(string prefix, int request, int digits)
    {
        var source = string.Create(CultureInfo.InvariantCulture, $"{seed}/{prefix}/{request}");
        return $"{prefix}_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source)))[..digits]}";
    }
}
