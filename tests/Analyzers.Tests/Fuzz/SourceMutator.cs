using Microsoft.CodeAnalysis.CSharp;

namespace TypedLlm.Analyzers.Tests.Fuzz;

/// <summary>Damages a source the way half-typed code is damaged: tokens are missing, doubled, swapped or cut.</summary>
internal sealed class SourceMutator(Random random)
{
    public string Mutate(string source)
    {
        var tokens = SyntaxFactory.ParseTokens(source).Select(token => token.ToFullString()).ToList();
        for (var edits = random.Next(1, 4); edits > 0; edits--)
        {
            MutateOne(tokens);
        }

        return string.Concat(tokens);
    }

    private void MutateOne(List<string> tokens)
    {
        var at = random.Next(tokens.Count);
        switch (random.Next(5))
        {
            case 0:
                tokens.RemoveAt(at);
                break;
            case 1:
                tokens.Insert(at, tokens[at]);
                break;
            case 2:
                var other = random.Next(tokens.Count);
                (tokens[at], tokens[other]) = (tokens[other], tokens[at]);
                break;
            case 3:
                tokens[at] = tokens[at][..random.Next(tokens[at].Length + 1)];
                break;
            default:
                // The rest is not typed yet.
                tokens.RemoveRange(at, Math.Min(random.Next(1, 12), tokens.Count - at));
                break;
        }

        if (tokens.Count == 0)
        {
            tokens.Add("");
        }
    }
}
