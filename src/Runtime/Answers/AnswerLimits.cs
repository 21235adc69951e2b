using System.Text.Json;

namespace TypedLlm.TypedAnswers;

/// <summary>What an answer may take at most, whoever wrote it. All are far above what a model can write and its schema allows.</summary>
internal static class AnswerLimits
{
    public const int Depth = 64;
    public const int Bytes = 16 * 1024 * 1024;

    /// <summary>The elements of all lists together, since each may become an object.</summary>
    public const int Elements = 1_000_000;

    /// <summary>
    /// The elements of a set or dictionary. Numbers, dates and ids can be chosen so that all have one hash code, and each that is added is compared with all
    /// before it then, twice where it becomes an immutable one, which compares slowly: a moment for these, sixteen times that for four times as many, hours
    /// for what the bytes of an answer have room for.
    /// </summary>
    public const int Keys = 5_000;

    /// <summary>What all sets and dictionaries of an answer may take together, in all elements of a stream too: as much as one that is full.</summary>
    public const long KeyComparisons = (long)Keys * (Keys - 1) / 2;

    /// <summary>What checks may find in one answer: enough for a repair.</summary>
    public const int Findings = 16;

    /// <summary>The characters that a model is told of one finding.</summary>
    public const int Message = 1_000;

    /// <summary>The characters of the longest answer that a model is shown again to correct it.</summary>
    public const int Corrected = 1024 * 1024;

    public static readonly JsonReaderOptions Json = new() { MaxDepth = Depth };
}
