using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedLlm.TestKit.Fuzzing;

/// <summary>Damages a text the way half-typed text is damaged: tokens are missing, doubled, swapped, cut or in the wrong place.</summary>
public sealed partial class TextMutator
{
    private const string OddCharacters = "{}[]()<>\"',:;0\\@\n\r\u0000\u2028\ud800";

    private readonly string[] _tokens;

    private TextMutator(IEnumerable<string> tokens) => _tokens = [.. tokens];

    /// <summary>A mutator of C#.</summary>
    public static TextMutator OfSource(string source) => new(SyntaxFactory.ParseTokens(source).Select(token => token.ToFullString()));

    /// <summary>A mutator of JSON, prompts and configuration.</summary>
    public static TextMutator OfFile(string text) => new(FileToken().Matches(text).Select(token => token.Value));

    /// <summary>The text with one to five changes.</summary>
    public string Mutate(Random random)
    {
        var tokens = _tokens.ToList();
        for (var edits = random.Next(1, 6); edits > 0 && tokens.Count > 0; edits--)
        {
            Edit(tokens, random);
        }

        return string.Concat(tokens);
    }

    private static void Edit(List<string> tokens, Random random)
    {
        var at = random.Next(tokens.Count);
        var other = random.Next(tokens.Count);
        var token = tokens[at];
        switch (random.Next(8))
        {
            case 0:
                tokens.RemoveAt(at);
                break;
            case 1:
                tokens.Insert(at, token);
                break;
            case 2:
                (tokens[at], tokens[other]) = (tokens[other], token);
                break;
            case 3:
                tokens.Insert(at, tokens[other]);
                break;
            case 4:
                tokens[at] = token[..random.Next(token.Length + 1)];
                break;
            case 5 when token.Length > 0:
                tokens[at] = token.Remove(random.Next(token.Length), 1);
                break;
            case 6:
                tokens[at] = token.Insert(random.Next(token.Length + 1), OddCharacters[random.Next(OddCharacters.Length)].ToString());
                break;
            case 7:
                // The rest of it is not typed yet.
                tokens.RemoveRange(at, Math.Min(random.Next(1, 12), tokens.Count - at));
                break;
        }
    }

    [GeneratedRegex("""
        "[^"\n]*"|\w+|\s+|.
        """, RegexOptions.Singleline)]
    private static partial Regex FileToken();
}
