using System.Text.Json;

namespace TypedLlm.TypedAnswers;

/// <summary>What an answer may take at most, whoever wrote it. All are far above what a model can write and its schema allows.</summary>
internal static class AnswerLimits
{
    public const int Depth = 64;
    public const int Bytes = 16 * 1024 * 1024;

    /// <summary>The elements of all lists together, since each may become an object.</summary>
    public const int Elements = 1_000_000;

    public static readonly JsonReaderOptions Json = new() { MaxDepth = Depth };
}
