using System.Buffers;

namespace TypedLlm;

/// <summary>Lets a service's codes and ids through into properties and logs, and nothing that could be text.</summary>
internal static class ServiceWord
{
    private const int MaxLength = 128;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.:/");

    public static string? OrNull(string? word) =>
        word is { Length: > 0 and <= MaxLength } && !word.AsSpan().ContainsAnyExcept(Allowed) ? word : null;
}
