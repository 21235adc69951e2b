using System.Security.Cryptography;
using System.Text;
using TypedLlm.Tool.Verification;

namespace TypedLlm.Tool.Reports;

/// <summary>Tells the findings of a report apart, and makes those of one run known in the next.</summary>
internal sealed class Fingerprints
{
    private const int Length = 16;

    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    /// <summary>Overloads may have the same finding: these are counted.</summary>
    public string Of(string environment, Finding finding)
    {
        // Times and prices of a message differ from run to run.
        var words = string.Concat(finding.Message.Where(static character => !char.IsAsciiDigit(character)));
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', finding.Rule.Id, environment, finding.Method, finding.Model, words)));
        var name = Convert.ToHexStringLower(hash)[..Length];
        var count = _seen.GetValueOrDefault(name) + 1;
        _seen[name] = count;
        return $"{name}:{count}";
    }
}
