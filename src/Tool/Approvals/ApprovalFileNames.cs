using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TypedLlm.Tool.Approvals;

/// <summary>Names of files that every file system takes, different for different names.</summary>
internal static class ApprovalFileNames
{
    // Far below what file systems take, so that a path of folders still fits.
    private const int Longest = 120;

    private static readonly HashSet<string> Devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL",
        "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
        "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
    };

    /// <summary>The name for a name: itself, if it can stand for a file.</summary>
    public static string Of(string name)
    {
        var text = new StringBuilder();
        var isDevice = Devices.Contains(name.Split('.')[0]);
        for (var i = 0; i < name.Length; i++)
        {
            var isEnd = name[i] is '.' or ' ' && (i == 0 || i == name.Length - 1);
            if (isEnd || (isDevice && i == 0) || char.IsControl(name[i]) || char.IsSurrogate(name[i]) || "%<>:\"/\\|?*".Contains(name[i], StringComparison.Ordinal))
            {
                text.Append(CultureInfo.InvariantCulture, $"%{(int)name[i]:X2}");
            }
            else
            {
                text.Append(name[i]);
            }
        }

        return text.Length <= Longest ? text.ToString() : WithHash(text.ToString(0, Longest), name);
    }

    /// <summary>The names for several names. Those that some file systems take for one, since they differ in case only, end in a hash.</summary>
    public static IReadOnlyDictionary<string, string> Of(IEnumerable<string> names)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var same in names.Distinct(StringComparer.Ordinal).GroupBy(Of, StringComparer.OrdinalIgnoreCase))
        {
            var isAlone = same.Count() == 1;
            foreach (var name in same)
            {
                all.Add(name, isAlone ? Of(name) : WithHash(Of(name), name));
            }
        }

        return all;
    }

    private static string WithHash(string text, string name) =>
        $"{text}~{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 4))}";
}
