using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using TypedLlm.CompilerServices;
using TypedLlm.Streaming;

namespace TypedLlm.TypedAnswers;

/// <summary>Reads the JSON of an answer, also where a model has written something around it.</summary>
internal sealed class FormatParser<T>(AnswerFormat<T> format) : IAnswerParser<T>
{
    public AnswerFormat? Format => format;

    public bool TryParse(ResponseSnapshot response, [MaybeNullWhen(false)] out T value, [NotNullWhen(false)] out string? fault)
    {
        var rented = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(response.Text.Length));
        try
        {
            var length = Encoding.UTF8.GetBytes(response.Text, rented);
            value = format.Read(JsonInProse.Find(rented.AsSpan(0, length)));
            fault = null;
            return true;
        }
        catch (AnswerException exception)
        {
            value = default;
            fault = $"it has {exception.Found} at {exception.Path}; expected is {exception.Expected}";
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }
    }
}
