using System.Security.Cryptography;
using System.Text;

namespace TypedLlm.Simulator;

/// <summary>Names a credential without giving it away.</summary>
internal static class CredentialFingerprint
{
    public static string Of(string authorization)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(authorization));
        return $"sha256:{Convert.ToHexStringLower(hash.AsSpan(0, 6))}";
    }
}
