using System.Text;
using System.Text.Json;
using TypedLlm.TypedAnswers;

namespace TypedLlm.CompilerServices;

/// <summary>Families of types: an object with one property named after the case, or the discriminator of System.Text.Json at any place.</summary>
public ref partial struct AnswerReader
{
    /// <summary>Moves to the object of a case.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="isWrapped">Whether <see cref="EndCase"/> must leave an object around it.</param>
    /// <returns>The place of the case.</returns>
    /// <exception cref="AnswerException">The value is no object, or of no case.</exception>
    public int BeginCase(AnswerCases cases, out bool isWrapped)
    {
        Require(JsonTokenType.StartObject, "an object");
        if (FindDiscriminator(cases) is { } named)
        {
            isWrapped = false;
            return named;
        }

        isWrapped = true;
        var start = Offset;
        _reader.Read();
        Require(JsonTokenType.PropertyName, Alternatives(cases.Names, nearest: null));
        var index = Find(cases.Names, expected: 0);
        if (index < 0)
        {
            // Its name is text of the model, and no member: the object is what is wrong.
            throw UnknownName(AnswerPath.Of(_json, start, _schema), cases.Names, "another property");
        }

        _reader.Read();
        return index;
    }

    /// <summary>Leaves the object around a case.</summary>
    /// <exception cref="AnswerException">The object has another property.</exception>
    public void EndCase()
    {
        _reader.Read();
        if (_reader.TokenType != JsonTokenType.EndObject)
        {
            throw Refuse(AnswerPath.OfProperty(_json, Offset, _schema), "one case only", "another property");
        }
    }

    /// <summary>Looks for the discriminator among the properties, without moving. An object with a single case never gets that far.</summary>
    private readonly int? FindDiscriminator(AnswerCases cases)
    {
        var ahead = this;
        while (true)
        {
            ahead._reader.Read();
            if (ahead._reader.TokenType != JsonTokenType.PropertyName)
            {
                return null;
            }

            var isDiscriminator = IsText(in ahead._reader, cases.Discriminator);
            ahead._reader.Read();
            if (isDiscriminator)
            {
                return ahead.ReadCaseName(cases, Offset);
            }

            ahead._reader.Skip();
        }
    }

    /// <summary>A discriminator may be a number.</summary>
    private readonly int ReadCaseName(AnswerCases cases, long start)
    {
        var names = cases.Names;
        var isName = _reader.TokenType is JsonTokenType.String or JsonTokenType.Number;
        if (isName && Find(names, expected: 0) is >= 0 and var index)
        {
            return index;
        }

        // The schema has no discriminator, but the type: its name is none of the model's.
        var path = AnswerPath.Below(AnswerPath.Of(_json, start, _schema), Encoding.UTF8.GetString(cases.Discriminator));
        throw isName ? UnknownName(path, names, "another name") : Refuse(path, Alternatives(names, nearest: null), Found);
    }
}
