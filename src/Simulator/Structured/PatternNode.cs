namespace TypedLlm.Simulator;

/// <summary>A part of a regular expression from which text can be made.</summary>
internal abstract record PatternNode
{
    /// <summary>One character of those in <paramref name="Ranges"/>, or of all others.</summary>
    public sealed record Characters(IReadOnlyList<(char Low, char High)> Ranges, bool IsNegated) : PatternNode
    {
        private const string Printable = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_ !#$%&'()*+,-./:;<=>?@[]^`{|}~\"\\";

        /// <summary>Those that are easy to read, if there are any.</summary>
        public string Readable => field ??= string.Concat(Printable.Where(Allows));

        private bool Allows(char character) => Ranges.Any(range => character >= range.Low && character <= range.High) != IsNegated;
    }

    /// <summary>One part after the other; without parts, nothing.</summary>
    public sealed record Sequence(IReadOnlyList<PatternNode> Parts) : PatternNode;

    public sealed record Alternatives(IReadOnlyList<PatternNode> Choices) : PatternNode;

    /// <summary>A part so many times; without <paramref name="Most"/> there is no end to it.</summary>
    public sealed record Repeat(PatternNode Part, int Least, int? Most) : PatternNode;
}
