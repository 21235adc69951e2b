using System.Buffers;
using System.Text;
using TypedLlm.CompilerServices;
using TypedLlm.Streaming;

namespace TypedLlm.TypedAnswers;

/// <summary>Reads the JSON of an answer, also where a model has written something around it.</summary>
internal sealed class FormatParser<T>(AnswerFormat<T> format) : IAnswerParser<T>
{
    public AnswerFormat? Format => format;

    public ParsedAnswer<T> Parse(ResponseSnapshot response)
    {
        var text = response.Text;
        if (text.Length > AnswerLimits.Bytes)
        {
            // No fewer bytes than characters: nothing is copied to find that out.
            return ParsedAnswer<T>.Refused(new AnswerException("$", $"at most {AnswerLimits.Bytes} bytes", "more"));
        }

        var rented = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            var length = Encoding.UTF8.GetBytes(text, rented);
            var value = format.Read(JsonInProse.Find(rented.AsSpan(0, length)), out var warnings);
            return new ParsedAnswer<T>(value, warnings);
        }
        catch (AnswerException exception)
        {
            return ParsedAnswer<T>.Refused(exception);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }
    }
}
