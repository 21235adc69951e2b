using System.Buffers;
using System.Text;
using TypedLlm.CompilerServices;
using TypedLlm.Streaming;

namespace TypedLlm.TypedAnswers;

/// <summary>Reads the JSON of an answer, also where a model has written something around it, and has it validated.</summary>
/// <param name="format">What is asked for.</param>
/// <param name="validate">Collects what the application's validators find; null if it has none.</param>
internal sealed class FormatParser<T>(AnswerFormat<T> format, Action<T, AnswerFindings>? validate = null) : IAnswerParser<T>
{
    /// <summary>A parser whose values are checked by the validators that the application has for their type.</summary>
    public static FormatParser<T> Of(AnswerFormat<T> format, IServiceProvider? services) => new(
        format,
        AnswerValidators<T>.Of(services) is { } validators ? (value, findings) => validators.Check(value, format.Place, format.Schema, findings) : null);

    public AnswerFormat? Format => format;

    public ParsedAnswer<T> Parse(ResponseSnapshot response)
    {
        var text = response.Text;
        if (text.Length > AnswerLimits.Bytes)
        {
            // No fewer bytes than characters: nothing is copied to find that out.
            return ParsedAnswer<T>.Refused(new AnswerException("$", $"at most {AnswerLimits.Bytes} bytes", "more text"));
        }

        var rented = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            var length = Encoding.UTF8.GetBytes(text, rented);
            var value = Read(rented.AsSpan(0, length).Trim(" \t\r\n"u8), out var json, out var warnings);
            return new ParsedAnswer<T>(value, validate is null ? warnings : [.. warnings, .. Validate(value, json)]);
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

    /// <summary>Reads the JSON of an answer, which is looked for only where the answer as a whole is none.</summary>
    private T Read(ReadOnlySpan<byte> answer, out ReadOnlySpan<byte> json, out IReadOnlyList<LlmFinding> warnings)
    {
        json = answer;
        if (JsonInProse.IsAlone(answer))
        {
            try
            {
                return format.Read(answer, out warnings);
            }
            catch (AnswerException fault) when (!fault.IsFaultOfProgram)
            {
                json = JsonInProse.Find(answer, format.MayBeList);
                if (json.Length == answer.Length)
                {
                    throw;
                }
            }
        }
        else
        {
            json = JsonInProse.Find(answer, format.MayBeList);
        }

        return format.Read(json, out warnings);
    }

    /// <summary>What validators do not like and let pass.</summary>
    /// <exception cref="AnswerException">One refuses the value.</exception>
    private IReadOnlyList<LlmFinding> Validate(T value, ReadOnlySpan<byte> json)
    {
        var findings = new AnswerFindings();
        try
        {
            validate!(value, findings);
        }
        catch (AnswerException fault)
        {
            throw fault.Showing(Excerpt(json, fault.Path));
        }

        return findings.Errors.Count == 0
            ? findings.Warnings
            : throw AnswerException.Refused(findings.Errors, Excerpt(json, findings.Errors[0].Path));
    }

    private static string Excerpt(ReadOnlySpan<byte> json, string path) => AnswerExcerpt.Around(json, AnswerLocator.Find(json, path));
}
