using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TypedLlm.Simulator;

/// <summary>Readable text that is a function of the seed and the request. It counts the request's words and quotes none.</summary>
internal static class SeededProse
{
    private static readonly string[] Openings =
    [
        "Let us take this one step at a time.",
        "The short version comes first, the reasons after it.",
        "There is a simple way to look at this.",
        "Two things matter here, and the rest follows.",
    ];

    private static readonly string[] Thoughts =
    [
        "Begin with what you already know to be true.",
        "Most of the effort goes into naming the parts well.",
        "A small experiment will tell you more than a long debate.",
        "Keep the plan short enough to be read aloud.",
        "Write down the one number that would change your mind.",
        "What cannot be measured today can often be bounded.",
        "The first answer is seldom wrong by much, but seldom complete.",
        "Leave room for the case that nobody mentioned.",
        "When two choices look equal, take the one that is easier to undo.",
        "Ask who will notice first if it fails.",
        "A pause of one day costs little and saves a lot.",
        "Explain it once to somebody new – gaps show quickly.",
    ];

    private static readonly string[] Closings =
    [
        "That should carry you through the next step.",
        "Come back when the facts have changed.",
        "The rest is patience, coffee and perhaps a café au lait.",
        "With that, you can decide today.",
    ];

    private static readonly string[] Vocabulary =
    [
        .. Thoughts.SelectMany(thought => thought.Split(' ')).Select(word => word.TrimEnd('.', ',').ToLowerInvariant())
            .Where(word => word.Length > 2 && word.All(char.IsAsciiLetter)).Distinct(),
    ];

    /// <summary>Words that make no sentence: what stands in the fields of a structured answer.</summary>
    public static string Words(Random random, int count) => string.Join(' ', random.GetItems(Vocabulary, count));

    /// <summary>One word of small letters.</summary>
    public static string Name(Random random) => Pick(Vocabulary, random);

    public static string Write(int seed, TextRequest request)
    {
        var random = RandomFor(seed, request);
        var text = new StringBuilder(Introduction(request)).Append(' ').Append(Pick(Openings, random));
        foreach (var thought in random.GetItems(Thoughts, random.Next(2, 5)))
        {
            text.Append(' ').Append(thought);
        }

        return text.Append(' ').Append(Pick(Closings, random)).ToString();
    }

    /// <summary>Prose of exactly so many tokens; it ends where it ends.</summary>
    public static IReadOnlyList<string> Write(int seed, TextRequest request, int tokens)
    {
        var random = RandomFor(seed, request);
        return [.. Sentences().SelectMany(TokenSplitter.Split).Take(tokens)];

        IEnumerable<string> Sentences()
        {
            yield return Introduction(request);
            while (true)
            {
                yield return $" {Pick(Thoughts, random)}";
            }
        }
    }

    private static string Introduction(TextRequest request)
    {
        var words = request.Messages.Sum(message => message.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
        return string.Create(CultureInfo.InvariantCulture, $"This is {request.Model.Id}, simulated, with thanks for your {words} words.");
    }

    /// <summary>Chance that is the same for one seed and one request.</summary>
    public static Random RandomFor(int seed, TextRequest request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(BitConverter.GetBytes(seed));
        foreach (var text in request.Messages.SelectMany(message => new[] { message.Role, message.Text })
                     .Prepend(request.Instructions ?? "").Prepend(request.Model.Id))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(text));
            hash.AppendData([0]);
        }

        return new Random(BitConverter.ToInt32(hash.GetHashAndReset()));
    }

    private static string Pick(string[] from, Random random) => from[random.Next(from.Length)];
}
