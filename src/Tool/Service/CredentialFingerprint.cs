using System.Security.Cryptography;
using System.Text;

namespace TypedLlm.Tool.Service;

/// <summary>Names a key without giving it away.</summary>
internal static class CredentialFingerprint
{
    public static string Of(string key) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 6))}";
}
